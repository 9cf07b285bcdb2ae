// The files that the page is made of, built into the program (sim/cmake/page.cmake).
#pragma once

#include <string_view>

namespace orgsim::page {

struct Asset {
  std::string_view text;
  std::string_view sha256;  // of the text, 64 hexadecimal digits
};

const Asset& style();            // page.css
const Asset& scripts();          // ours, in their order
const Asset& echarts();          // Apache ECharts; empty where the program was built without it
const Asset& echarts_licence();  // its licence and notice

}  // namespace orgsim::page
