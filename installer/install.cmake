# SPDX-License-Identifier: GPL-3.0-or-later
# What goes where on a system; packaging builds on this.
install(TARGETS telltale telltale-lab RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES installer/man/telltale.1 installer/man/telltale-lab.1 installer/man/telltale-sim.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES installer/man/telltale-model.5 installer/man/telltale-plant.5 DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
install(DIRECTORY resources/plants DESTINATION "${CMAKE_INSTALL_DATADIR}/telltale" FILES_MATCHING PATTERN "*.toml")
install(FILES installer/org.telltale.Telltale.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
