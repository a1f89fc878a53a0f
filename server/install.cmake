# What `cmake --install` and CPack put in place: the binary, completions and the manual page, which the binary writes.
include(GNUInstallDirs)
install(TARGETS nianbao RUNTIME)

set(written_ ${CMAKE_BINARY_DIR}/share)
if(NOT CMAKE_CROSSCOMPILING)
  set(files_ ${written_}/nianbao.bash ${written_}/_nianbao ${written_}/nianbao.fish ${written_}/nianbao.1
             ${written_}/nianbao.zh_CN.1)
  add_custom_command(
    OUTPUT ${files_}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${written_}
    COMMAND nianbao completion bash --quiet --output ${written_}/nianbao.bash
    COMMAND nianbao completion zsh --locale zh --quiet --output ${written_}/_nianbao
    COMMAND nianbao completion fish --locale zh --quiet --output ${written_}/nianbao.fish
    COMMAND nianbao man --locale en --quiet --output ${written_}/nianbao.1
    COMMAND nianbao man --locale zh --quiet --output ${written_}/nianbao.zh_CN.1
    DEPENDS nianbao
    COMMENT "Writing completions and the manual page"
    VERBATIM)
  add_custom_target(nianbao_share ALL DEPENDS ${files_})
endif()
set(data_ ${CMAKE_INSTALL_DATADIR})
install(FILES ${written_}/nianbao.bash DESTINATION ${data_}/bash-completion/completions RENAME nianbao OPTIONAL)
install(FILES ${written_}/_nianbao DESTINATION ${data_}/zsh/vendor-completions OPTIONAL)
install(FILES ${written_}/nianbao.fish DESTINATION ${data_}/fish/vendor_completions.d OPTIONAL)
install(FILES ${written_}/nianbao.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES ${written_}/nianbao.zh_CN.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 RENAME nianbao.1 OPTIONAL)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${data_}/doc/nianbao RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME nianbao)
set(CPACK_PACKAGE_VENDOR nianbao)
# Whoever hands a package out answers for it: by Debian's own variables, or cpack -D CPACK_PACKAGE_CONTACT=…; without
# either cpack refuses, because there is no address of the project to put there.
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checker and language server for annual reports on government information disclosure")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
