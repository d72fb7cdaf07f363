-- What may be written is offered while one types, and is never inserted by itself.
local M = {}

--- Plugins that offer what the server knows in their own way.
local OTHERS = { 'cmp', 'blink.cmp', 'mini.completion', 'coq', 'ddc' }

local function is_unwanted()
  return vim.g.rapporteur_complete == false or vim.iter(OTHERS):any(function(name) return package.loaded[name] ~= nil end)
end

--- Has all that is offered begin where the first of it does, such as `The General Assembly,` and `General Assembly` behind
--- `The Gen`. Neovim 0.11 leaves out what begins before the word at the cursor when the beginnings differ.
---@param items lsp.CompletionItem[]
---@param line string the line that they are offered in
---@param encoding 'utf-8'|'utf-16'|'utf-32' what their places are counted in
---@return lsp.CompletionItem[]
function M.with_one_beginning(items, line, encoding)
  local first
  for _, item in ipairs(items) do
    local range = item.textEdit and item.textEdit.range
    if not range then
      return items
    end
    first = math.min(first or math.huge, range.start.character)
  end
  return vim.tbl_map(function(item)
    local start = item.textEdit.range.start
    if start.character == first then
      return item
    end
    local from, to = vim.str_byteindex(line, encoding, first, false), vim.str_byteindex(line, encoding, start.character, false)
    local between = line:sub(from + 1, to)
    local edit = { newText = between .. item.textEdit.newText, range = { start = { line = start.line, character = first }, ['end'] = item.textEdit.range['end'] } }
    return vim.tbl_extend('force', item, { textEdit = edit, filterText = between .. (item.filterText or item.label) })
  end, items)
end

--- Has all words of it inserted: Neovim 0.11 takes the first one, such as `The` of `The General Assembly,`.
---@param item lsp.CompletionItem
---@return table
function M.whole(item)
  return item.textEdit and { word = item.textEdit.newText:match('^[^\n]*') } or {}
end

--- Gives Neovim 0.11 what is offered as it understands it.
function M.prepare(client)
  if vim.fn.has('nvim-0.12') == 1 then
    return
  end
  local request = client.request
  client.request = function(self, method, params, handler, bufnr)
    local answered = handler
    if method == 'textDocument/completion' and handler then
      local asked = vim.api.nvim_buf_get_lines(vim.uri_to_bufnr(params.textDocument.uri), params.position.line, params.position.line + 1, false)[1] or ''
      answered = function(fault, result, ...)
        if type(result) == 'table' then
          local items = M.with_one_beginning(result.items or result, asked, self.offset_encoding)
          result = result.items and vim.tbl_extend('force', result, { items = items }) or items
        end
        return handler(fault, result, ...)
      end
    end
    return request(self, method, params, answered, bufnr)
  end
end

--- Offers it in a draft, unless g:rapporteur_complete is false or another plugin does.
function M.enable(client, bufnr)
  if is_unwanted() or not vim.lsp.completion then
    return
  end
  -- The list is shown for one thing, too, and nothing is chosen in it until somebody does.
  vim.bo[bufnr].completeopt = 'menuone,noselect,popup'
  vim.lsp.completion.enable(true, client.id, bufnr, { autotrigger = true, convert = vim.fn.has('nvim-0.12') == 0 and M.whole or nil })
  local function offer()
    if vim.fn.pumvisible() == 0 and not is_unwanted() then
      vim.lsp.completion.get()
    end
  end
  -- Neovim asks after certain characters. A paragraph may begin with any letter, and be about to begin with none.
  vim.api.nvim_create_autocmd('TextChangedI', {
    group = vim.api.nvim_create_augroup('rapporteur-complete-' .. bufnr, { clear = true }),
    buffer = bufnr,
    callback = offer,
  })
  -- Who has begun to write before the server was there is offered it, too.
  vim.schedule(function()
    if vim.api.nvim_get_current_buf() == bufnr and vim.api.nvim_get_mode().mode == 'i' then
      offer()
    end
  end)
end

return M
