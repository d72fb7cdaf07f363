-- What the plugin's files share.
local texts = require('rapporteur.texts')

local M = {}

--- The program that is started, as the user's configuration has it. A function in `cmd` can't be looked into.
---@return string?
function M.program()
  local cmd = vim.lsp.config.rapporteur.cmd
  return type(cmd) == 'table' and cmd[1] or nil
end

--- A sentence that says why the server can't be started and what to do, if it can't.
---@return string?
function M.problem()
  local program = M.program()
  if program and vim.fn.executable(program) == 0 then
    return texts.say('Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server', program)
  end
end

--- Keeps what the server says of a draft, after each list of findings, as `b:rapporteur`.
---@param status { uri: string, version: integer, languages: { code: string, name: string }[], layout: 'clean'|'page', findings: integer, read: { preambular: integer, operative: integer, notes: integer, citations: integer }, versions?: { count: integer, differences: integer, toCome: integer } }
function M.hear(status)
  local bufnr = vim.uri_to_bufnr(status.uri)
  if not vim.api.nvim_buf_is_loaded(bufnr) then
    return
  end
  vim.b[bufnr].rapporteur = status
  vim.api.nvim_exec_autocmds('User', { pattern = 'RapporteurStatus', data = { buf = bufnr }, modeline = false })
  vim.cmd.redrawstatus({ bang = true })
end

--- For a status line: how many findings the draft has, in which language it was read, how many preambular and operative
--- paragraphs, and how many language versions with how many differences; empty in other files.
---@return string
function M.statusline()
  local status = vim.b.rapporteur
  if not status or #vim.lsp.get_clients({ name = 'rapporteur', bufnr = 0 }) == 0 then
    return ''
  end
  local names = vim.iter(status.languages):map(function(language) return language.name end)
  local language = texts.language((status.languages[1] or {}).code)
  local function say(...)
    return texts.say_in(language, ...)
  end
  local count = status.findings
  local found = count == 0 and say('no findings') or count == 1 and say('1 finding') or say('%d findings', count)
  local read = say('%d preambular, %d operative', status.read.preambular, status.read.operative)
  local comma = say(', ')
  local parts = { found, names:join(comma), read }
  if status.layout == 'page' then
    table.insert(parts, say('page text'))
  end
  if status.versions then
    local differences, come = status.versions.differences, status.versions.toCome
    table.insert(parts, say('%d versions', status.versions.count))
    table.insert(parts, differences == 0 and say('no differences') or differences == 1 and say('1 difference') or say('%d differences', differences))
    if come > 0 then
      table.insert(parts, come == 1 and say('1 paragraph to come') or say('%d paragraphs to come', come))
    end
  end
  return table.concat(parts, comma)
end

-- The outline of each buffer that a window bar was asked for, as of a change of its text.
local outlines = {}

local function outline(bufnr)
  local client = vim.lsp.get_clients({ name = 'rapporteur', bufnr = bufnr })[1]
  if not client then
    outlines[bufnr] = nil
    return {}
  end
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  local kept = outlines[bufnr] or { items = {} }
  outlines[bufnr] = kept
  if kept.tick ~= tick then
    kept.tick = tick
    local asked = { textDocument = { uri = vim.uri_from_bufnr(bufnr) } }
    client:request('textDocument/documentSymbol', asked, function(_, items)
      -- What is typed meanwhile asks anew.
      if items and kept.tick == tick then
        kept.items = items
        vim.cmd.redrawstatus({ bang = true })
      end
    end, bufnr)
  end
  return kept.items
end

--- For a window bar: what the first line in the window belongs to and has gone out of sight, such as the heading and the
--- paragraph that a list is in; empty at the beginning and in other files.
---@return string
function M.winbar()
  local top = vim.fn.line('w0') - 1
  local names = {}
  local function into(items)
    for _, item in ipairs(items) do
      if item.selectionRange.start.line < top and top <= item.range['end'].line then
        table.insert(names, item.name)
        return into(item.children or {})
      end
    end
  end
  into(outline(vim.api.nvim_get_current_buf()))
  return table.concat(names, ' › ')
end

return M
