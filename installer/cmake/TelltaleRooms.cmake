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

# telltale_test(NAME tst_x LABEL core [LINKS ...] [SOURCES ...] [SERIAL] [TIMEOUT s] [ENVIRONMENT ...])
# Builds tst_x.cpp of the current folder as a Qt Test program and registers it with ctest.
function(telltale_test)
  cmake_parse_arguments(PARSE_ARGV 0 T "SERIAL" "NAME;LABEL;TIMEOUT" "LINKS;SOURCES;ENVIRONMENT")
  add_executable(${T_NAME} ${T_NAME}.cpp ${T_SOURCES})
  set_target_properties(${T_NAME} PROPERTIES AUTOMOC ON
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${T_NAME} PRIVATE ${T_LINKS} telltale::test_support Qt6::Test)
  # Tests are built to be built quickly; what they test keeps its optimisation.
  target_compile_options(${T_NAME} PRIVATE -O1 -U_FORTIFY_SOURCE)
  if(TELLTALE_GOLD)
    target_link_options(${T_NAME} PRIVATE -fuse-ld=gold)
  endif()
  add_test(NAME ${T_NAME} COMMAND ${T_NAME})
  # What programs under test remember is not the user's.
  set(xdg "XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/xdg/config;XDG_STATE_HOME=${CMAKE_BINARY_DIR}/tests/xdg/state")
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  set_tests_properties(${T_NAME} PROPERTIES LABELS "${T_LABEL}" TIMEOUT ${T_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;TELLTALE_BIN=${CMAKE_BINARY_DIR}/bin;${xdg};${T_ENVIRONMENT}")
  if(T_SERIAL)
    set_tests_properties(${T_NAME} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
