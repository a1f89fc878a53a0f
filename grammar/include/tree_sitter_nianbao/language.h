// The grammar's only export. The struct is that of <tree_sitter/api.h>, which need not be included before.
#ifndef TREE_SITTER_NIANBAO_LANGUAGE_H_
#define TREE_SITTER_NIANBAO_LANGUAGE_H_

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TSLanguage TSLanguage;

const TSLanguage *tree_sitter_nianbao(void);

#ifdef __cplusplus
}
#endif

#endif
