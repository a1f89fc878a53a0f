-- Drives Neovim through its own functions with editors/neovim: open, diagnostics, hover, fix, tokens of the grammar.
local out = { name = 'neovim ' .. vim.version().major .. '.' .. vim.version().minor .. '.' .. vim.version().patch }
local patience = 10000

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(out) }, vim.env.OUT)
  vim.cmd('qall!')
end

local function main()
  require('nianbao').setup()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.REPORT))
  local function sums()
    return vim.tbl_filter(function(d) return (d.code or ''):find('^sum/') ~= nil end, vim.diagnostic.get(0))
  end
  vim.wait(patience, function() return #sums() > 0 end, 20)
  local first = sums()[1]
  out.diagnostics = vim.tbl_map(function(d) return d.message end, sums())
  out.source = first.source
  out.line = vim.api.nvim_buf_get_lines(0, first.lnum, first.lnum + 1, false)[1]
  out.marked = out.line:sub(first.col + 1, first.end_col)

  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  vim.wait(patience, float, 20)
  out.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)

  local buffer = vim.api.nvim_get_current_buf()
  vim.ui.select = function(items, _, chosen) chosen(items[1], 1) end
  local before = vim.api.nvim_buf_get_changedtick(buffer)
  vim.lsp.buf.code_action()
  vim.wait(patience, function() return vim.api.nvim_buf_get_changedtick(buffer) ~= before end, 20)
  vim.wait(patience, function() return #sums() == 0 end, 20)
  out.left = #sums()
  out.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'

  if vim.env.GRAMMAR ~= '' then
    local require_language = vim.treesitter.require_language or vim.treesitter.language.add
    require_language('nianbao', vim.env.GRAMMAR .. '/nianbao.so')
    local query = vim.treesitter.parse_query or vim.treesitter.query.parse
    local source = table.concat(vim.fn.readfile(vim.env.GRAMMAR .. '/highlights.scm'), '\n')
    local parsed = query('nianbao', source)
    local root = vim.treesitter.get_parser(buffer, 'nianbao'):parse()[1]:root()
    out.captures = 0
    for _ in parsed:iter_captures(root, buffer, 0, -1) do out.captures = out.captures + 1 end
  end
end

local worked, why = pcall(main)
if not worked then out.error = tostring(why) end
finish()
