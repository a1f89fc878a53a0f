" nianbao in Vim with ALE: reports in Markdown, plain text and saved web pages are checked while they are written.
if exists('g:loaded_nianbao') | finish | endif
let g:loaded_nianbao = 1

let g:ale_nianbao_executable = get(g:, 'ale_nianbao_executable', 'nianbao')

" The folder of the nearest settings file, or the report's own.
function! NianbaoRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  let l:settings = findfile('.nianbao.json', escape(l:folder, ' ,;') . ';')
  return empty(l:settings) ? l:folder : fnamemodify(l:settings, ':p:h')
endfunction

" ALE takes the protocol's columns for bytes; the server is told to send it bytes, or fixes would hit wrong places.
for [s:filetype, s:language] in [['markdown', 'markdown'], ['text', 'plaintext'], ['html', 'html']]
  call ale#linter#Define(s:filetype, {
  \   'name': 'nianbao',
  \   'lsp': 'stdio',
  \   'executable': {buffer -> ale#Var(buffer, 'nianbao_executable')},
  \   'command': '%e lsp',
  \   'language': s:language,
  \   'initialization_options': {'positionEncodings': ['utf-8']},
  \   'project_root': function('NianbaoRoot'),
  \})
endfor
