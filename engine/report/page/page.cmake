# The pages: template, style and scripts of each become one string of the program. A page allows exactly
# this style and this script, by their hashes, and nothing else to act.
set(PAGE_FOLDER ${CMAKE_CURRENT_LIST_DIR})

# SHA-256 as base64, which is how a content security policy has it; CMake knows it as hex.
function(base64_sha256 text result)
  set(digits ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(SHA256 hex "${text}")
  set(base64 "")
  foreach(group RANGE 0 60 6)  # three bytes are four digits; the last group has two bytes
    string(SUBSTRING "${hex}0000" ${group} 6 bytes)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${bytes} >> ${shift}) & 63")
      string(SUBSTRING ${digits} ${digit} 1 digit)
      string(APPEND base64 ${digit})
    endforeach()
  endforeach()
  string(SUBSTRING ${base64} 0 43 base64)
  set(${result} "${base64}=" PARENT_SCOPE)
endfunction()

# NAME.html with head.html, paper.css, NAME.css and the scripts, as the constant NAME in NAME.cpp of the build.
function(add_page PAGE_NAME)
  file(READ ${PAGE_FOLDER}/paper.css paper)
  file(READ ${PAGE_FOLDER}/${PAGE_NAME}.css own)
  set(PAGE_STYLE "${paper}${own}")
  set(PAGE_SCRIPT "\"use strict\";\nconst page = {};  // what its parts know of each other\n")
  foreach(script ${ARGN})
    file(READ ${PAGE_FOLDER}/${script} text)
    string(APPEND PAGE_SCRIPT "{\n${text}}\n")
  endforeach()
  base64_sha256("${PAGE_STYLE}" PAGE_STYLE_HASH)
  base64_sha256("${PAGE_SCRIPT}" PAGE_SCRIPT_HASH)
  file(READ ${PAGE_FOLDER}/head.html head)
  string(CONFIGURE "${head}" PAGE_HEAD @ONLY)
  configure_file(${PAGE_FOLDER}/${PAGE_NAME}.html ${CMAKE_CURRENT_BINARY_DIR}/${PAGE_NAME}.html @ONLY)
  file(READ ${CMAKE_CURRENT_BINARY_DIR}/${PAGE_NAME}.html PAGE)
  configure_file(${PAGE_FOLDER}/page.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/${PAGE_NAME}.cpp @ONLY)
  set(PAGE_SOURCES ${PAGE_SOURCES} ${CMAKE_CURRENT_BINARY_DIR}/${PAGE_NAME}.cpp PARENT_SCOPE)
endfunction()

add_page(pair_page model.js marking.js tip.js following.js stepping.js filters.js searching.js strips.js keys.js)
add_page(finding_page finding.js)
add_page(audit_page audit_data.js audit_state.js audit_list.js audit_controls.js)

file(GLOB PAGE_FILES CONFIGURE_DEPENDS ${PAGE_FOLDER}/*)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PAGE_FILES})
