-- nianbao in Neovim 0.7 and later: require('nianbao').setup(). Language server, and the grammar for nvim-treesitter.
local M = {}

-- What Neovim calls a file and what the protocol calls it.
local languages = { markdown = 'markdown', text = 'plaintext', html = 'html', nianbao = 'nianbao' }

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local settings = vim.fn.findfile('.nianbao.json', vim.fn.escape(folder, ' ,;') .. ';')
  return settings ~= '' and vim.fn.fnamemodify(settings, ':p:h') or folder
end

local clients = {} -- by root, for Neovim 0.7

--- Attaches the server to a buffer. It stays silent about files that are no reports.
function M.attach(buffer, options)
  local path = vim.api.nvim_buf_get_name(buffer)
  local config = vim.tbl_deep_extend('force', {
    name = 'nianbao',
    cmd = { 'nianbao', 'lsp' },
    root_dir = root_of(path),
    get_language_id = function(_, filetype) return languages[filetype] or filetype end,
  }, options or {})
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function() vim.lsp.start(config) end)
    return
  end
  local root = config.root_dir
  if not clients[root] or not vim.lsp.get_client_by_id(clients[root]) then
    clients[root] = vim.lsp.start_client(config)
  end
  if clients[root] then vim.lsp.buf_attach_client(buffer, clients[root]) end
end

--- options: what vim.lsp.start takes, for example { cmd = { '/opt/nianbao/bin/nianbao', 'lsp' } }.
function M.setup(options)
  local group = vim.api.nvim_create_augroup('nianbao', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = vim.tbl_keys(languages),
    callback = function(event) M.attach(event.buf, options) end,
  })
  M.register_grammar()
end

--- Tells nvim-treesitter (its branch `master`), if it is there, where the grammar lies.
function M.register_grammar()
  local found, parsers = pcall(require, 'nvim-treesitter.parsers')
  if not found or not parsers.get_parser_configs then return end
  local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h:h')
  parsers.get_parser_configs().nianbao = {
    install_info = { url = here .. '/grammar', files = { 'src/parser.c', 'src/scanner.c' } },
    filetype = 'nianbao',
  }
end

return M
