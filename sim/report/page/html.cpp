// Puts the page together. What is inside is told apart from what is not by its SHA-256, which the policy
// names: a browser runs nothing else and asks nobody for anything (W3C, Content Security Policy Level
// 3, 6.7).
#include "core/error.hpp"
#include "report/page/assets.hpp"
#include "report/page/data/words.hpp"
#include "report/page/page.hpp"

namespace orgsim::page {

namespace {

// JSON within a script element: nothing in it may end the element or begin a comment, nor be a line's end to
// older scripts.
std::string for_script(const std::string& json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = std::string_view(json).substr(i);
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      safe += rest[2] == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (rest[0] == '<') {
      safe += "\\u003c";
    } else if (rest[0] == '>') {
      safe += "\\u003e";
    } else if (rest[0] == '&') {
      safe += "\\u0026";
    } else {
      safe += rest[0];
    }
  }
  return safe;
}

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else if (c == '&') {
      html += "&amp;";
    } else if (c == '"') {
      html += "&quot;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string in_language(const Json& said, Language language) {
  if (said.is_string()) return said.get<std::string>();
  return said.at(std::string(name_of(language))).get<std::string>();
}

// As a policy has it: in base 64.
std::string hash_of(const Asset& asset) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text = "'sha256-";
  unsigned bits = 0;
  int count = 0;
  for (const char digit : asset.sha256) {
    bits = bits << 4U | static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    text += kDigits[bits >> static_cast<unsigned>(count) & 63U];
  }
  // 256 bits are 42 digits of six bits and four bits more.
  return text + kDigits[bits << 2U & 63U] + "='";
}

std::string policy() {
  return fmt::format(
      "default-src 'none'; script-src {} {}; style-src {}; img-src data:; base-uri 'none'; form-action "
      "'none'",
      hash_of(echarts()), hash_of(scripts()), hash_of(style()));
}

// What is read where scripts do not run.
std::string without_scripts(const Json& data, Language language) {
  std::string text;
  if (data.contains("answer")) text = in_language(data["answer"]["conclusion"], language);
  return fmt::format("<noscript><h1>{}</h1><p>{}</p></noscript>",
                     escaped(in_language(data["title"], language)), escaped(text));
}

}  // namespace

std::optional<Problem> problem_of_charts(const Asset& charts) {
  if (!charts.text.empty()) return std::nullopt;
  return Problem{{"--report"},
                 "",
                 "this program was built without Apache ECharts, which draws the page's charts",
                 "`./dev setup build` fetches it; then build again"};
}

std::string html_of(const Json& data, Language language) {
  if (const std::optional<Problem> missing = problem_of_charts()) throw InputError(*missing);
  const std::string json =
      for_script(data.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  const bool chinese = language == Language::chinese;
  std::string html = fmt::format(
      "<!doctype html>\n<html lang=\"{}\" data-language=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"orgsim {}\">\n<title>{} - orgsim</title>\n<style>",
      chinese ? "zh-Hans" : "en", name_of(language), policy(),
      escaped(in_language(data["version"], language)), escaped(in_language(data["title"], language)));
  html += style().text;
  html += "</style>\n</head>\n<body>\n<div id=\"page\">" + without_scripts(data, language) + "</div>\n";
  html +=
      "<script type=\"text/plain\" id=\"licences\">" + std::string(echarts_licence().text) + "</script>\n";
  html += "<script type=\"application/json\" id=\"data\">" + json + "</script>\n";
  html += "<script>" + std::string(echarts().text) + "</script>\n";
  html += "<script>" + std::string(scripts().text) + "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace orgsim::page
