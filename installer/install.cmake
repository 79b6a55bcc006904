# SPDX-License-Identifier: GPL-3.0-or-later
# What goes where on a system; packaging builds on this.
set(TELLTALE_RELEASE_DATE 2026-11-22)
add_subdirectory(installer/icons)
configure_file(installer/org.telltale.Telltale.metainfo.xml.in org.telltale.Telltale.metainfo.xml @ONLY)

install(TARGETS telltale telltale-lab RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES installer/man/telltale.1 installer/man/telltale-lab.1 installer/man/telltale-sim.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES installer/man/telltale-model.5 installer/man/telltale-plant.5 DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
install(DIRECTORY resources/plants DESTINATION "${CMAKE_INSTALL_DATADIR}/telltale" FILES_MATCHING PATTERN "*.toml")
install(FILES installer/org.telltale.Telltale.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${PROJECT_BINARY_DIR}/org.telltale.Telltale.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
