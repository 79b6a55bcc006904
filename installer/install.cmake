# SPDX-License-Identifier: GPL-3.0-or-later
# What goes where on a system, by component: telltale (the window), headless (programs without one), doc.
set(TELLTALE_RELEASE_DATE 2026-11-22)
set(TELLTALE_RELEASE_TIME "Sun, 22 Nov 2026 12:00:00 +0000")
configure_file(installer/org.telltale.Telltale.metainfo.xml.in org.telltale.Telltale.metainfo.xml @ONLY)
add_subdirectory(installer/icons)
add_subdirectory(installer/man)

install(TARGETS telltale RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT telltale)
install(TARGETS telltale-lab telltale-sim RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT headless)
install(DIRECTORY resources/plants DESTINATION "${CMAKE_INSTALL_DATADIR}/telltale" COMPONENT telltale FILES_MATCHING PATTERN "*.toml")
install(FILES installer/org.telltale.Telltale.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT telltale)
install(FILES "${PROJECT_BINARY_DIR}/org.telltale.Telltale.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT telltale)
include(installer/package.cmake)
