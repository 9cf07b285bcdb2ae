#include "report/audit_page.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "core/text.hpp"
#include "report/amount.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kDeepestShown = 5;
constexpr double kLeastPoints = 0.5;  // what rounds to none is left out of a sentence
constexpr int kTermWidth = 22;

std::string moved_words(double log_change, const Words& words) {
  return say(words["audit_points"], fmt::arg("points", log_points(log_change)),
             fmt::arg("percent", percent_change(log_change)));
}

// "credit -61, power +4", the largest first.
std::string term_words(const PerTerm& terms, const Words& words) {
  const auto size = [&](Term term) { return std::abs(terms[term]); };
  auto order = every<Term>();
  std::stable_sort(order.begin(), order.end(), [&](Term a, Term b) { return size(a) > size(b); });
  std::vector<std::string> parts;
  for (const Term term : order) {
    if (100 * size(term) < kLeastPoints && !parts.empty()) continue;
    parts.push_back(say(words["audit_term"], fmt::arg("term", term_word(term, words)),
                        fmt::arg("points", log_points(terms[term]))));
  }
  return fmt::format("{}", fmt::join(parts, words["comma"]));
}

std::string span_words(const WeekSpan& weeks, const Words& words) {
  return say(words["audit_span"], fmt::arg("first", weeks.first), fmt::arg("last", weeks.last));
}

std::string change_of(const WorthMoved& moved) {
  if (!(moved.first.money > 0)) return "-";
  return signed_number(100 * (moved.last.money / moved.first.money - 1), 0) + " %";
}

// Where English begins a sentence with it.
std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string movement_sentence(const AuditTold& told, Language language) {
  const Words words(language);
  const MeanMovement& movement = told.audit->movement;
  const auto firm = static_cast<std::size_t>(told.request->probing.firm);
  PerTerm terms;
  for (const Term term : every<Term>()) terms[term] = movement.term(term).mean;
  const bool still = movement.change.mean == 0 && (terms == 0).all();
  return say(still ? words["audit_still"] : words["audit_moved"],
             fmt::arg("department", capitalised(std::string(words.of(name_of(told.request->told()))))),
             fmt::arg("firm", translated(told.scenario->firms[firm].name, language)),
             fmt::arg("span", span_words(told.request->weeks, words)),
             fmt::arg("moved", moved_words(movement.change.mean, words)),
             fmt::arg("terms", term_words(terms, words)));
}

std::string wrong_sentence(const Audit& audit, const Words& words) {
  const auto percent = [](double share) { return percent_number(100 * share); };
  const Estimate& wrong = *audit.wrong;
  if (wrong.mean == 0 && audit.right->mean == 0) return std::string(words["audit_none_told"]);
  if (wrong.mean == 0)
    return say(words["audit_wrong_none"], fmt::arg("right", percent(audit.right->mean) + " %"));
  const bool spreads =
      wrong.interval.low < wrong.interval.high;  // not in one replication, nor where all agree
  return say(spreads ? words["audit_wrong_share"] : words["audit_wrong_one"],
             fmt::arg("share", percent(wrong.mean) + " %"), fmt::arg("low", percent(wrong.interval.low)),
             fmt::arg("high", percent(wrong.interval.high)),
             fmt::arg("right", percent(audit.right->mean) + " %"));
}

std::string return_words(const Estimate& estimate, const Words& words) {
  const auto number = [](double value) { return fmt::format("{:.2f}", value); };
  if (estimate.interval.low == estimate.interval.high) return number(estimate.mean);
  return say(words["audit_return"], fmt::arg("mean", number(estimate.mean)),
             fmt::arg("low", number(estimate.interval.low)),
             fmt::arg("high", number(estimate.interval.high)));
}

std::string judged_words(const CutJudgement& judgement, const Words& words) {
  constexpr PhraseKey kVerdicts[] = {"audit_cut_wrong", "audit_cut_right", "audit_cut_undecided"};
  return say(words[kVerdicts[static_cast<std::size_t>(judgement.verdict())]],
             fmt::arg("cut", return_words(judgement.of_cut, words)),
             fmt::arg("gained", return_words(judgement.of_gainers, words)));
}

}  // namespace

std::string_view term_word(Term term, const Words& words) {
  constexpr PhraseKey kTerms[] = {"audit_credit", "audit_noise", "audit_power", "audit_equality",
                                  "audit_rest"};
  return words[kTerms[static_cast<std::size_t>(term)]];
}

std::string log_points(double log_change) {
  return signed_number(100 * log_change, 0);
}

std::string percent_change(double log_change) {
  return signed_number(100 * (elementary::exp(log_change) - 1), 0);
}

std::vector<std::string> deepest_cuts(const AuditTold& told, Language language) {
  const Words words(language);
  const std::vector<FoundCut>& cuts = told.audit->cuts;
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < std::min(cuts.size(), kDeepestShown); ++i) {
    const FoundCut& cut = cuts[i];
    std::string text =
        say(words["audit_one_cut"],
            fmt::arg("department", capitalised(std::string(words.of(name_of(cut.department))))),
            fmt::arg("span", span_words(cut.weeks, words)), fmt::arg("replication", cut.replication),
            fmt::arg("moved", moved_words(cut.movement.change(), words)),
            fmt::arg("terms", term_words(cut.movement.terms, words)));
    if (cut.judgement) text += std::string(words["between"]) + judged_words(*cut.judgement, words);
    sentences.push_back(std::move(text));
  }
  return sentences;
}

std::string audit_conclusion(const AuditTold& told, Language language) {
  const Words words(language);
  const Audit& audit = *told.audit;
  std::vector<std::string> sentences{movement_sentence(told, language)};
  sentences.push_back(say(words["audit_meanwhile"],
                          fmt::arg("contributed", change_of(audit.movement.contributed)),
                          fmt::arg("credited", change_of(audit.movement.credited))));
  const std::size_t cuts = audit.all_cuts();
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  if (cuts == 0) {
    sentences.emplace_back(words["audit_no_cuts"]);
  } else {
    sentences.push_back(say(words["audit_some_cuts"],
                            fmt::arg("cuts", counted(number(cuts), words["audit_cut"], words["audit_cuts"])),
                            fmt::arg("replications", counted(number(audit.replications), words["replication"],
                                                             words["replications"]))));
  }
  if (audit.wrong) sentences.push_back(wrong_sentence(audit, words));
  return fmt::format("{}", fmt::join(sentences, words["between"]));
}

std::string AuditPage::tables() {
  why();
  beside();
  if (audit_.all_cuts() > 0) {
    deepest();
    counts();
  }
  return std::move(text_);
}

void AuditPage::why() {
  const MeanMovement& movement = audit_.movement;
  section(std::string(words_["audit_why"]));
  const auto row = [&](std::string_view title, const Estimate& estimate) {
    std::string interval;
    if (audit_.replications > 1) {
      interval = fmt::format("{} {} {}", log_points(estimate.interval.low), words_["to"],
                             log_points(estimate.interval.high));
    }
    line("  {}{}{}", fitted(title, kTermWidth), right(log_points(estimate.mean), 8), right(interval, 22));
  };
  if (audit_.replications > 1)
    line("  {}{}", fitted("", kTermWidth + 8), right(words_["audit_interval"], 22));
  for (const Term term : every<Term>()) row(term_word(term, words_), movement.term(term));
  row(words_["audit_all"], movement.change);
  text_ +=
      wrapped_note(say(words_["audit_why_note"], fmt::arg("before", percent_number(100 * movement.before)),
                       fmt::arg("after", percent_number(100 * movement.after)),
                       fmt::arg("points", log_points(movement.change.mean)),
                       fmt::arg("percent", percent_change(movement.change.mean))));
}

void AuditPage::beside_row(std::string_view title, const WorthMoved& moved) {
  line("  {}{}{}{}{}", fitted(title, kTermWidth),
       right(amount_number(moved.first.money, scenario_, language_), 10),
       right(amount_number(moved.last.money, scenario_, language_), 10), right(change_of(moved), 10),
       right(fmt::format("{} % -> {} %", percent_number(100 * moved.first.part),
                         percent_number(100 * moved.last.part)),
             22));
}

void AuditPage::beside() {
  section(std::string(words_["audit_beside"]));
  line("  {}{}{}{}{}", fitted("", kTermWidth), right(words_["audit_first"], 10),
       right(words_["audit_last"], 10), right(words_["audit_change"], 10), right(words_["audit_part"], 22));
  beside_row(words_["contributed"], audit_.movement.contributed);
  beside_row(words_["credited"], audit_.movement.credited);
  text_ += wrapped_note(say(words_["audit_beside_note"], fmt::arg("weeks", kEndWeeks),
                            fmt::arg("money", money_name(scenario_, words_))));
}

void AuditPage::deepest() {
  section(std::string(words_["audit_deepest"]));
  for (const std::string& cut : deepest_cuts(told_, language_)) text_ += wrapped_note(cut);
}

void AuditPage::counts() {
  section(std::string(words_["audit_counts"]));
  for (const Department d : every<Department>()) {
    const std::size_t number = audit_.cuts_of[static_cast<std::size_t>(d)];
    if (request_.department && *request_.department != d) continue;
    line("  {}{}", fitted(words_.of(name_of(d)), kTermWidth), right(grouped(number), 8));
  }
  if (!audit_.wrong) {
    text_ += wrapped_note(words_["audit_unjudged_note"]);
    return;
  }
  const auto of = [&](CutVerdict verdict) { return audit_.verdicts[static_cast<std::size_t>(verdict)]; };
  text_ += wrapped_note(say(words_["audit_verdicts"], fmt::arg("wrong", of(CutVerdict::wrong)),
                            fmt::arg("right", of(CutVerdict::right)),
                            fmt::arg("undecided", of(CutVerdict::undecided))));
  if (audit_.judged_cuts() < audit_.all_cuts()) {
    text_ += wrapped_note(say(words_["audit_not_judged"],
                              fmt::arg("number", grouped(audit_.all_cuts() - audit_.judged_cuts())),
                              fmt::arg("most", kMostCuts)));
  }
  const bool once = scenario_.parameters.market.kind == MarketKind::mean_field;
  text_ += wrapped_note(say(
      once ? words_["audit_counts_note_once"] : words_["audit_counts_note"],
      fmt::arg("factor", request_.probing.factor), fmt::arg("weeks", request_.probing.weeks),
      fmt::arg("futures", counted(request_.probing.futures, words_["audit_once"], words_["audit_times"]))));
}

}  // namespace orgsim
