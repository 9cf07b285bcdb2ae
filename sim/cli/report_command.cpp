#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "report/page/page.hpp"
#include "results/file_name.hpp"

namespace orgsim::cli {

int report(const ReportArguments& arguments) {
  const std::string path = arguments.output.empty()
                               ? std::filesystem::path(arguments.file).replace_extension(".html").string()
                               : arguments.output;
  std::vector<Problem> problems = problems_of_place(path, arguments.force, "page.html");
  if (const std::optional<Problem> missing = page::problem_of_charts()) problems.push_back(*missing);
  std::error_code error;
  if (std::filesystem::equivalent(path, arguments.file, error))
    problems = {{{path}, "", "the results are read from this file", "name another file for the page"}};
  const std::optional<Problem> wrong = problem_of_page_name(path);
  if (problems.empty() && wrong) problems.push_back(*wrong);
  if (!problems.empty()) throw InputError(problems);
  page::write_page(path, page::data_of_file(arguments.file), arguments.language, arguments.force);
  print_error(page_was_written(path) + "\n");
  return 0;
}

}  // namespace orgsim::cli
