// What every page for a terminal is written with: 80 columns, in colour or not.
#pragma once

#include <fmt/color.h>
#include <fmt/format.h>

#include <string>

#include "report/phrases.hpp"
#include "report/typography.hpp"

namespace orgsim {

class TextPage {
 public:
  TextPage(bool colour, Language language) : language_(language), words_(language), colour_(colour) {}

 protected:
  template <class... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    text_ += trimmed(fmt::format(format, std::forward<Arguments>(arguments)...)) + "\n";
  }

  void section(const std::string& title) { text_ += "\n" + styled(title, fmt::emphasis::bold) + "\n"; }

  std::string styled(const std::string& text, const fmt::text_style& style) const {
    return colour_ ? fmt::format(style, "{}", text) : text;
  }

  std::string weeks_long(std::int64_t number) const {
    return counted(number, words_["one_week"], words_["many_weeks"]);
  }

  Language language_;
  Words words_;
  std::string text_;
  bool colour_;
};

}  // namespace orgsim
