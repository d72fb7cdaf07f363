if vim.g.loaded_rapporteur then
  return
end
vim.g.loaded_rapporteur = true

if vim.fn.has('nvim-0.11') == 0 then
  -- Colours and file types work everywhere, so the message waits until a draft is opened.
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'resolution',
    once = true,
    callback = vim.schedule_wrap(function()
      local sentence = 'Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'
      vim.notify(sentence:format(tostring(vim.version())), vim.log.levels.WARN)
    end),
  })
  return
end

vim.lsp.enable('rapporteur')

-- Neovim itself says nothing, or little, when a server's program is missing.
vim.api.nvim_create_autocmd('FileType', {
  callback = function(event)
    local wanted = vim.lsp.config.rapporteur.filetypes or {}
    local problem = vim.list_contains(wanted, event.match) and require('rapporteur').problem()
    if problem then
      -- Not at once: a message in an autocommand looks like a mistake in the plugin.
      vim.schedule(function()
        vim.notify_once(problem, vim.log.levels.ERROR)
      end)
    end
  end,
})

vim.api.nvim_create_user_command('RapporteurRestart', function()
  local clients = vim.lsp.get_clients({ name = 'rapporteur' })
  for _, client in ipairs(clients) do
    client:stop()
  end
  local function ended()
    return #vim.lsp.get_clients({ name = 'rapporteur' }) == 0
  end
  if not vim.wait(3000, ended, 20) then
    for _, client in ipairs(clients) do
      client:stop(true)
    end
    vim.wait(1000, ended, 20)
  end
  -- Enabling attaches to the drafts that are open.
  vim.lsp.enable('rapporteur')
end, { desc = "Restart Rapporteur's server" })

vim.api.nvim_create_user_command('RapporteurLog', function()
  vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.log.get_filename()))
  vim.cmd('normal! G')
end, { desc = "Open Neovim's language server log" })
