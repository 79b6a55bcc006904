# SPDX-License-Identifier: GPL-3.0-or-later
# One static library per room, one program per test file.

# telltale_room(NAME <target> SOURCES <files> LINKS <rooms and packages> [PRIVATE_LINKS ...] [QT])
# QT switches moc on; without it a room stays free of Qt.
function(telltale_room)
  cmake_parse_arguments(ROOM "QT" "NAME" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  set(target telltale_${ROOM_NAME})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(telltale::${ROOM_NAME} ALIAS ${target})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  if(ROOM_QT)
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
  endif()
endfunction()

# Some hundred programs are linked for the tests; gold, of the package binutils, takes half the time of the default linker.
find_program(TELLTALE_GOLD ld.gold)

# Tests that say they are about threads, built by name for the thread sanitizer.
add_custom_target(thread_tests)

# telltale_moc_test(<tst_x>): the moc of one test file. AUTOMOC would start CMake once more for each of some hundred programs.
function(telltale_moc_test name)
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc")
  add_custom_command(OUTPUT "${moc}" DEPENDS ${name}.cpp VERBATIM
    COMMAND Qt6::moc -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp")
  target_sources(${name} PRIVATE "${moc}")
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
endfunction()

# telltale_test(NAME tst_x LABEL core [LINKS ...] [SOURCES ...] [SERIAL] [TIMEOUT s] [ENVIRONMENT ...])
# Builds tst_x.cpp of the current folder as a Qt Test program and registers it with ctest.
function(telltale_test)
  cmake_parse_arguments(PARSE_ARGV 0 T "SERIAL" "NAME;LABEL;TIMEOUT" "LINKS;SOURCES;ENVIRONMENT")
  add_executable(${T_NAME} ${T_NAME}.cpp ${T_SOURCES})
  set_target_properties(${T_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  if(T_SOURCES MATCHES "\\.h(;|$)")
    set_target_properties(${T_NAME} PROPERTIES AUTOMOC ON)
  else()
    telltale_moc_test(${T_NAME})
  endif()
  target_link_libraries(${T_NAME} PRIVATE ${T_LINKS} telltale::test_support Qt6::Test)
  # Tests are built to be built quickly; what they test keeps its optimisation.
  target_compile_options(${T_NAME} PRIVATE $<IF:$<CONFIG:Sanitize>,-O0,-O1> -U_FORTIFY_SOURCE)
  if(TELLTALE_GOLD)
    target_link_options(${T_NAME} PRIVATE -fuse-ld=gold)
  endif()
  if(T_LABEL MATCHES "threads")
    add_dependencies(thread_tests ${T_NAME})
  endif()
  add_test(NAME ${T_NAME} COMMAND ${T_NAME})
  # What programs under test remember is not the user's.
  set(xdg "XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/xdg/config;XDG_STATE_HOME=${CMAKE_BINARY_DIR}/tests/xdg/state")
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  if(TELLTALE_SANITIZE) # some times slower
    math(EXPR T_TIMEOUT "4 * ${T_TIMEOUT}")
  endif()
  set_tests_properties(${T_NAME} PROPERTIES LABELS "${T_LABEL}" TIMEOUT ${T_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;TELLTALE_BIN=${CMAKE_BINARY_DIR}/bin;${xdg};${TELLTALE_SANITIZER_OPTIONS};${T_ENVIRONMENT}")
  if(T_SERIAL)
    set_tests_properties(${T_NAME} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
