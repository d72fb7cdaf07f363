-- What may be written is offered while one types, and is never inserted by itself.
local M = {}

--- Plugins that offer what the server knows in their own way.
local OTHERS = { 'cmp', 'blink.cmp', 'mini.completion', 'coq', 'ddc' }

local function is_unwanted()
  return vim.g.rapporteur_complete == false or vim.iter(OTHERS):any(function(name) return package.loaded[name] ~= nil end)
end

--- Offers it in a draft, unless g:rapporteur_complete is false or another plugin does.
function M.enable(client, bufnr)
  if is_unwanted() or not vim.lsp.completion then
    return
  end
  -- The list is shown for one thing, too, and nothing is chosen in it until somebody does.
  vim.bo[bufnr].completeopt = 'menuone,noselect,popup'
  vim.lsp.completion.enable(true, client.id, bufnr, { autotrigger = true })
  -- Neovim asks after certain characters. A paragraph may begin with any letter, and be about to begin with none.
  vim.api.nvim_create_autocmd('TextChangedI', {
    group = vim.api.nvim_create_augroup('rapporteur-complete-' .. bufnr, { clear = true }),
    buffer = bufnr,
    callback = function()
      if vim.fn.pumvisible() == 0 and not is_unwanted() then
        vim.lsp.completion.get()
      end
    end,
  })
end

return M
