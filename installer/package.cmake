# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages: `cpack -G DEB` makes telltale, telltale-headless and telltale-doc. None has a maintainer script: triggers of the desktop's own
# packages refresh the caches.
set(TELLTALE_PACKAGE_RELEASE 1 CACHE STRING "Debian revision of the packages")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME telltale)
set(CPACK_PACKAGE_VENDOR "The Telltale authors")
set(CPACK_PACKAGE_CONTACT "The Telltale authors <telltale@telltale.example>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package begins its own description
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL telltale headless doc)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${TELLTALE_PACKAGE_RELEASE})
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${PROJECT_HOMEPAGE_URL})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(same_version "(= ${PROJECT_VERSION}-${TELLTALE_PACKAGE_RELEASE})")
set(CPACK_DEBIAN_TELLTALE_PACKAGE_NAME telltale)
set(CPACK_DEBIAN_TELLTALE_PACKAGE_SECTION science)
set(CPACK_DEBIAN_TELLTALE_PACKAGE_SHLIBDEPS ON)
# The icon's drawing is read by a plug-in that no library names; --demo runs telltale-sim.
set(CPACK_DEBIAN_TELLTALE_PACKAGE_DEPENDS "libqt6svg6, telltale-headless ${same_version}")
set(CPACK_DEBIAN_TELLTALE_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_TELLTALE_PACKAGE_SUGGESTS "telltale-doc")
set(CPACK_DEBIAN_TELLTALE_DESCRIPTION "control-room monitor that says why an alarm fired
Telltale receives sensor readings over ZeroMQ, looks for anomalies on worker
threads, plots live charts with anomaly marks, keeps every sample and every
alarm transition in SQLite, and lets operators acknowledge, understand and
report what happened.")

set(CPACK_DEBIAN_HEADLESS_PACKAGE_NAME telltale-headless)
set(CPACK_DEBIAN_HEADLESS_PACKAGE_SECTION science)
set(CPACK_DEBIAN_HEADLESS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_HEADLESS_DESCRIPTION "train anomaly detectors and simulate sensor feeds
The programs of Telltale that need no screen: telltale-lab trains detectors
on tables, scores, compares and evaluates them; telltale-sim publishes
simulated systems, recorded files or this computer's own figures.")

set(CPACK_DEBIAN_DOC_PACKAGE_NAME telltale-doc)
set(CPACK_DEBIAN_DOC_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOC_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOC_DESCRIPTION "documentation of the control-room monitor Telltale
What Telltale does, the wire format of its feeds, a map of its code, how to
add a detector, and what changed from version to version.")

# What Debian wants beside every package's files.
configure_file(installer/debian/changelog.in debian/changelog @ONLY)
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz"
  COMMAND ${GZIP} -9nc debian/changelog > debian/changelog.Debian.gz
  DEPENDS "${PROJECT_BINARY_DIR}/debian/changelog" WORKING_DIRECTORY "${PROJECT_BINARY_DIR}" VERBATIM)
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/debian/changelog.gz"
  COMMAND ${GZIP} -9nc "${PROJECT_SOURCE_DIR}/CHANGELOG.md" > debian/changelog.gz
  DEPENDS CHANGELOG.md WORKING_DIRECTORY "${PROJECT_BINARY_DIR}" VERBATIM)
add_custom_target(telltale-changelog ALL DEPENDS "${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz" "${PROJECT_BINARY_DIR}/debian/changelog.gz")
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  install(FILES installer/debian/copyright "${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}" COMPONENT ${component})
endforeach()
install(FILES README.md ARCHITECTURE.md CONTRIBUTING.md "${PROJECT_BINARY_DIR}/debian/changelog.gz"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/telltale-doc" COMPONENT doc)
install(DIRECTORY resources/pictures DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/telltale-doc/resources" COMPONENT doc)
# The packages with everything that goes into them, without the tests.
add_custom_target(telltale-installed DEPENDS telltale telltale-lab telltale-sim telltale-icons telltale-manuals telltale-changelog)
include(CPack)
