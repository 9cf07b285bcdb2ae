// The words of the summary, which the plots share.
#include "bindings/words.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <string>
#include <string_view>

#include "bindings/areas.hpp"
#include "experiment/verdict.hpp"
#include "keys/names.hpp"
#include "keys/run.hpp"
#include "report/numbers.hpp"
#include "report/page/data/word_table.hpp"
#include "report/phrases.hpp"

namespace py = pybind11;

namespace orgsim::python {

Language language_of(const std::string& name) {
  if (const std::optional<Language> language = named<Language>(name)) return *language;
  throw py::value_error(fmt::format("there is no language '{}'; those known are 'en' and 'zh'", name));
}

namespace {

py::str as_text(std::string_view text) {
  return {text.data(), text.size()};
}

template <class Enum>
std::vector<std::string> names_of() {
  return {Names<Enum>::value.begin(), Names<Enum>::value.end()};
}

}  // namespace

void bind_words(py::module_& m) {
  m.def(
      "words",
      [](const std::string& name) {
        const Language language = language_of(name);
        py::typing::Dict<py::str, py::str> words;
        for (const Phrase& phrase : kPhrases)
          words[as_text(phrase.key)] = as_text(in_language(phrase, language));
        return words;
      },
      py::arg("language"),
      "Every phrase of the summary by its key. Raises ValueError for an unknown language.");
  m.def(
      "short_number",
      [](double number, const std::string& name) { return short_number(number, language_of(name)); },
      py::arg("number"), py::arg("language"),
      "A number as the summary has large ones: three digits and a suffix. Raises ValueError for an unknown "
      "language.");
  m.def(
      "magnitudes",
      [](const std::string& name) {
        py::typing::List<py::typing::Tuple<py::float_, py::str>> list;
        for (const auto& [size, suffix] : magnitudes(language_of(name)))
          list.append(py::make_tuple(size, as_text(suffix)));
        return list;
      },
      py::arg("language"),
      "What large numbers are told in, the largest first, and how that is written behind them. Raises "
      "ValueError for an unknown language.");
  m.def(
      "page_words",
      [](const std::string& name) {
        const Language language = language_of(name);
        py::typing::Dict<py::str, py::str> words;
        for (const Phrase& phrase : page::kPageWords)
          words[as_text(phrase.key)] = as_text(in_language(phrase, language));
        return words;
      },
      py::arg("language"), "What only the page says, by its key. Raises ValueError for an unknown language.");
  m.def(
      "verdicts", &names_of<Verdict>,
      "Names of the verdicts in the order of the text, and before them that of a strategy that never began.");
  m.def(
      "saving_verdicts",
      [] {
        py::typing::List<py::str> names;
        for (const Verdict verdict : every<Verdict>()) {
          if (saves(verdict)) names.append(as_text(name_of(verdict)));
        }
        return names;
      },
      "Names of the verdicts of which it is said that marketing is saved, in the same order.");
  m.def("rivals", &names_of<Rivals>, "What rivals may do: run.rivals.");
  m.def("departments", &names_of<Department>,
        "Names of the departments, in the order of every list of theirs.");
  m.def(
      "translated",
      [](const std::string& text, const std::string& language) {
        return translated(text, language_of(language));
      },
      py::arg("text"), py::arg("language"),
      "A name that orgsim ships, in the language; any other text as it is. Raises ValueError for an unknown "
      "language.");
  m.def(
      "shipped_translations",
      [] {
        py::typing::Dict<py::str, py::str> names;
        for (const ShippedName& name : kShippedNames) names[as_text(name.english)] = as_text(name.chinese);
        return names;
      },
      "The names that orgsim ships, and what they are in Chinese.");
}

}  // namespace orgsim::python
