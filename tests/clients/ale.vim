" Drives Vim and ALE with editors/vim: open, location list, hover, code action.
set nocompatible encoding=utf-8 hidden noswapfile viminfo=
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
let g:ale_linters = {'markdown': ['nianbao']}
packadd ale
execute 'source ' . fnameescape($EDITOR_FILES . '/plugin/nianbao.vim')
filetype plugin on
let s:out = {'name': 'vim ' . v:version}

function! s:Wait(what) abort
  let l:end = reltime()
  while !a:what() && reltimefloat(reltime(l:end)) < 10
    sleep 20m
  endwhile
  return a:what()
endfunction

function! s:Sums() abort
  return filter(copy(ale#engine#GetLoclist(s:buffer)), {_, d -> get(d, 'code', '') =~# '^sum/'})
endfunction

function! s:Main() abort
  execute 'edit ' . fnameescape($REPORT)
  set filetype=markdown
  let s:buffer = bufnr('')
  ALELint
  call s:Wait({-> !empty(s:Sums())})
  let l:first = s:Sums()[0]
  let s:out.diagnostics = map(s:Sums(), {_, d -> d.text})
  let l:line = getline(l:first.lnum)
  let s:out.marked = strpart(l:line, l:first.col - 1, l:first.end_col - l:first.col + 1)
  call cursor(l:first.lnum, l:first.col)
  ALEHover
  let l:Window = {-> filter(range(1, winnr('$')), {_, w -> getwinvar(w, '&previewwindow')})}
  call s:Wait({-> !empty(l:Window())})
  let s:out.hover = join(getbufline(winbufnr(l:Window()[0]), 1, '$'), "\n")
  pclose
  " ALE asks for the number of an action: the first is taken.
  runtime autoload/ale/util.vim
  function! ale#util#Input(message, value, ...) abort
    return '1'
  endfunction
  call cursor(l:first.lnum, l:first.col)
  let l:tick = getbufvar(s:buffer, 'changedtick')
  ALECodeAction
  call s:Wait({-> getbufvar(s:buffer, 'changedtick') != l:tick})
  ALELint
  call s:Wait({-> empty(s:Sums())})
  let s:out.left = len(s:Sums())
  let s:out.text = join(getbufline(s:buffer, 1, '$'), "\n") . "\n"
endfunction

try
  call s:Main()
catch
  let s:out.error = v:exception . ' ' . v:throwpoint
endtry
call writefile([json_encode(s:out)], $OUT)
qall!
