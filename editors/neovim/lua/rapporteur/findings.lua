-- The findings of the cursor's line stand below it, whole: a paragraph is one long line, and what Neovim itself writes below
-- begins under the finding's place, which may be many windows to the right.
local M = {}

local namespace = vim.api.nvim_create_namespace('rapporteur.findings')
local COLOURS = { 'DiagnosticVirtualLinesError', 'DiagnosticVirtualLinesWarn', 'DiagnosticVirtualLinesInfo', 'DiagnosticVirtualLinesHint' }

--- A sentence in lines of no more columns than that. Where words aren't parted, a line ends behind any character.
---@param text string
---@param width integer
---@return string[]
function M.wrapped(text, width)
  local lines, line = {}, ''
  local function fits(more)
    return vim.fn.strdisplaywidth(vim.trim(line .. more)) <= width
  end
  local function finish()
    if vim.trim(line) ~= '' then
      table.insert(lines, vim.trim(line))
    end
    line = ''
  end
  for word in text:gmatch('%S+%s*') do
    if fits(word) then
      line = line .. word
    else
      if vim.fn.strdisplaywidth(vim.trim(word)) <= width then
        finish()
      end
      for _, character in ipairs(vim.fn.split(word, '\\zs')) do
        if not fits(character) then
          finish()
        end
        line = line .. character
      end
    end
  end
  finish()
  return lines
end

local function is_ours(finding)
  return finding.source == 'rapporteur'
end

--- Scrolls a window until so many lines have room below a row of its buffer, as long as the row itself stays.
local function make_room(window, row, lines)
  local height = vim.api.nvim_win_get_height(window)
  local function first()
    return vim.fn.line('w0', window) - 1
  end
  while first() < row and vim.api.nvim_win_text_height(window, { start_row = first(), end_row = row }).all + lines > height do
    local before = first()
    vim.api.nvim_win_call(window, function() vim.cmd.normal({ vim.keycode('<C-e>'), bang = true }) end)
    if first() == before then
      return
    end
  end
end

local function show(bufnr)
  vim.api.nvim_buf_clear_namespace(bufnr, namespace, 0, -1)
  local window = vim.fn.bufwinid(bufnr)
  if vim.g.rapporteur_findings == false or window == -1 or vim.api.nvim_get_mode().mode:sub(1, 1) == 'i' then
    return
  end
  local row = vim.api.nvim_win_get_cursor(window)[1] - 1
  local found = vim.tbl_filter(is_ours, vim.diagnostic.get(bufnr, { lnum = row }))
  if #found == 0 then
    return
  end
  table.sort(found, function(a, b) return a.col < b.col end)
  local info = vim.fn.getwininfo(window)[1]
  local width = math.max(20, info.width - info.textoff - 3)
  local below = {}
  for _, finding in ipairs(found) do
    for at, line in ipairs(M.wrapped(finding.message, width)) do
      table.insert(below, { { (at == 1 and '▸ ' or '  ') .. line, COLOURS[finding.severity] } })
    end
  end
  make_room(window, row, #below)
  vim.api.nvim_buf_set_extmark(bufnr, namespace, row, 0, { virt_lines = below })
end

--- Shows them in a draft, unless g:rapporteur_findings is false.
function M.enable(bufnr)
  local group = vim.api.nvim_create_augroup('rapporteur-findings-' .. bufnr, { clear = true })
  vim.api.nvim_create_autocmd({ 'CursorMoved', 'InsertEnter', 'InsertLeave', 'DiagnosticChanged', 'BufWinEnter' }, {
    group = group,
    buffer = bufnr,
    callback = vim.schedule_wrap(function()
      if vim.api.nvim_buf_is_loaded(bufnr) then
        show(bufnr)
      end
    end),
  })
end

return M
