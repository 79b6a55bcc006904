# SPDX-License-Identifier: GPL-3.0-or-later
# Every package comes from Debian 12; nothing is vendored or downloaded.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Eigen3 REQUIRED)
find_package(simdjson REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(cppzmq REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PULSE REQUIRED IMPORTED_TARGET libpulse)
pkg_check_modules(PULSE_SIMPLE REQUIRED IMPORTED_TARGET libpulse-simple)
pkg_check_modules(TOMLPP REQUIRED IMPORTED_TARGET tomlplusplus)
# Charts asks for OpenGL on Debian 12, which is a package of its own (libqt6opengl6-dev).
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Network Widgets Charts PrintSupport Svg Test)
# Texts for translators and back (qt6-l10n-tools). Their cmake component is in qt6-tools-dev, which brings Designer and Assistant along.
foreach(tool lupdate lrelease)
  string(TOUPPER "TELLTALE_${tool}" variable)
  find_program(${variable} ${tool} REQUIRED NO_DEFAULT_PATH
    PATHS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}" "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_LIBEXECS}" "${QT6_INSTALL_PREFIX}/lib/qt6/bin")
endforeach()
# Qt would write each test's folder into its compile command, for QFINDTESTDATA, which no test uses: no two clones could share the
# compiler cache.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
