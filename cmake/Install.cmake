# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` lays down, and the Debian package of it (packaging/deb). Icons, themes and translations are inside
# the program; the catalog and the sample are files, found beside it (app/main/resource_paths.h).
install(TARGETS headroom RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY resources/accuracy resources/alerts resources/catalog resources/demo DESTINATION "${CMAKE_INSTALL_DATADIR}/headroom" FILES_MATCHING PATTERN "*.json")
install(FILES resources/scenario.schema.json DESTINATION "${CMAKE_INSTALL_DATADIR}/headroom")
install(FILES packaging/headroom.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES packaging/headroom.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES resources/icons/headroom.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME headroom)
set(CPACK_PACKAGE_VENDOR "The Headroom authors")
set(CPACK_PACKAGE_CONTACT "The Headroom authors <headroom@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the program loads or reads while it runs and no linker sees; the same list as packaging/packages.txt, section run.
file(STRINGS packaging/packages.txt runLines REGEX "^run ")
list(TRANSFORM runLines REPLACE "^run +([^ ]+).*" "\\1")
list(JOIN runLines ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
include(CPack)
