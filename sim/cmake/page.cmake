# The page's files, built into the report: its style, its scripts, and Apache ECharts, which `./dev setup build` fetches.
# Without ECharts the program builds, and says what is missing when a page is asked for.
set(ORGSIM_ECHARTS ${PROJECT_SOURCE_DIR}/build/third_party/echarts CACHE PATH "Folder of echarts.common.min.js")
set(page_web ${PROJECT_SOURCE_DIR}/sim/report/page/web)
set(page_scripts ${page_web}/base.js ${page_web}/charts/market.js ${page_web}/charts/budget.js ${page_web}/charts/lines.js
  ${page_web}/charts/value.js ${page_web}/charts/quadrants.js ${page_web}/charts/npv.js ${page_web}/charts/steps.js
  ${page_web}/charts/terms.js ${page_web}/charts/returns.js ${page_web}/tables.js ${page_web}/page.js
  ${page_web}/start.js)
set(page_library "")
if(EXISTS ${ORGSIM_ECHARTS}/echarts.common.min.js)
  set(page_library ${ORGSIM_ECHARTS}/echarts.common.min.js ${ORGSIM_ECHARTS}/LICENSE ${ORGSIM_ECHARTS}/NOTICE
    ${ORGSIM_ECHARTS}/licenses/LICENSE-d3)
  if(ORGSIM_PORTABLE)  # a wheel has its licences beside those of the libraries
    install(FILES ${ORGSIM_ECHARTS}/LICENSE DESTINATION orgsim/licences RENAME echarts.txt COMPONENT python)
    install(FILES ${ORGSIM_ECHARTS}/NOTICE DESTINATION orgsim/licences RENAME echarts_notice.txt COMPONENT python)
    install(FILES ${ORGSIM_ECHARTS}/licenses/LICENSE-d3 DESTINATION orgsim/licences RENAME d3.txt COMPONENT python)
  endif()
else()
  message(STATUS "Without Apache ECharts: `--report` will say so. `./dev setup build` fetches it.")
endif()

set(page_source ${PROJECT_BINARY_DIR}/page_assets.cpp)
set(page_script ${PROJECT_SOURCE_DIR}/sim/cmake/write_page.cmake)
add_custom_command(OUTPUT ${page_source} VERBATIM
  COMMAND ${CMAKE_COMMAND} "-DSCRIPTS=${page_scripts}" -DSTYLE=${page_web}/page.css "-DLIBRARY=${page_library}"
    -DOUTPUT=${page_source} -P ${page_script}
  DEPENDS ${page_scripts} ${page_web}/page.css ${page_library} ${page_script}
  COMMENT "Writing the page's files into page_assets.cpp")
target_sources(orgsim_report PRIVATE ${page_source})
set_source_files_properties(${page_source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
