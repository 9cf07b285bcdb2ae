// What the pages of an audit have in common, whether its runs were simulated or stand in a file.
#pragma once

#include <string>
#include <vector>

#include "experiment/audit/audit.hpp"
#include "report/text_page.hpp"

namespace orgsim {

// What is told of, and where it comes from.
struct AuditTold {
  const Scenario* scenario = nullptr;
  const AuditRequest* request = nullptr;
  const Audit* audit = nullptr;
};

// A term of the movement, such as "credit".
std::string_view term_word(Term term, const Words& words);

// The deepest cuts, each in a sentence or two.
std::vector<std::string> deepest_cuts(const AuditTold& told, Language language);

// In a few sentences.
std::string audit_conclusion(const AuditTold& told, Language language);

class AuditPage : public TextPage {
 public:
  AuditPage(const AuditTold& told, bool colour, Language language)
      : TextPage(colour, language),
        told_(told),
        scenario_(*told.scenario),
        request_(*told.request),
        audit_(*told.audit) {}

  // The tables: why the share moved, what the department did meanwhile, and the deepest cuts.
  std::string tables();

 private:
  void why();
  void beside();
  void beside_row(std::string_view title, const WorthMoved& moved);
  void deepest();
  void counts();

  AuditTold told_;
  const Scenario& scenario_;
  const AuditRequest& request_;
  const Audit& audit_;
};

// "-65", and "-48" of the change in per cent, of a change of a logarithm.
std::string log_points(double log_change);
std::string percent_change(double log_change);

}  // namespace orgsim
