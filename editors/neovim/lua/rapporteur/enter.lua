-- Enter writes the next label, and the cursor stands behind it.
local M = {}

local METHOD = 'textDocument/onTypeFormatting'
local namespace = vim.api.nvim_create_namespace('rapporteur.enter')

--- A handler of edits that takes the cursor along, if it is still where it was when they were asked for. Neovim leaves it
--- before what is written at it.
local function taking_along(handler)
  local bufnr, window = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local row, column = unpack(vim.api.nvim_win_get_cursor(window))
  -- It moves behind what is written at it.
  local mark = vim.api.nvim_buf_set_extmark(bufnr, namespace, row - 1, column, { right_gravity = true })
  return function(fault, edits, context, config)
    local current = vim.lsp.util.buf_versions[bufnr] == context.version
    handler(fault, edits, context, config)
    if not vim.api.nvim_buf_is_loaded(bufnr) then
      return
    end
    local place = vim.api.nvim_buf_get_extmark_by_id(bufnr, namespace, mark, {})
    vim.api.nvim_buf_del_extmark(bufnr, namespace, mark)
    local here = vim.api.nvim_win_is_valid(window) and vim.api.nvim_win_get_buf(window) == bufnr
    if here and current and place[1] and type(edits) == 'table' and #edits > 0 then
      vim.api.nvim_win_set_cursor(window, { place[1] + 1, place[2] })
    end
  end
end

local function apply(_, edits, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  local bufnr = context.bufnr
  -- Who has typed on doesn't want it any more.
  if client and edits and vim.api.nvim_buf_is_loaded(bufnr) and vim.lsp.util.buf_versions[bufnr] == context.version then
    vim.lsp.util.apply_text_edits(edits, bufnr, client.offset_encoding)
  end
end

local function ask(client, bufnr)
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local params = vim.tbl_extend('keep', { ch = '\n' }, place, vim.lsp.util.make_formatting_params())
  client:request(METHOD, params, apply, bufnr)
end

--- Has the cursor taken along whoever asks the server what Enter writes.
function M.prepare(client)
  local request = client.request
  client.request = function(self, method, params, handler, bufnr)
    if method == METHOD and handler then
      handler = taking_along(handler)
    end
    return request(self, method, params, handler, bufnr)
  end
end

--- Asks the server after each Enter in the drafts that it reads, unless g:rapporteur_enter is false.
function M.enable()
  vim.on_key(function(_, typed)
    -- With a list of completions it is `ic`.
    if (typed ~= '\r' and typed ~= '\n') or vim.g.rapporteur_enter == false or vim.api.nvim_get_mode().mode:sub(1, 1) ~= 'i' then
      return
    end
    local bufnr = vim.api.nvim_get_current_buf()
    local client = vim.lsp.get_clients({ name = 'rapporteur', bufnr = bufnr })[1]
    if client and client:supports_method(METHOD) then
      -- When the line has been ended, and the server told of it.
      vim.schedule(function()
        if vim.api.nvim_get_current_buf() == bufnr and vim.api.nvim_get_mode().mode:sub(1, 1) == 'i' then
          ask(client, bufnr)
        end
      end)
    end
  end, namespace)
end

return M
