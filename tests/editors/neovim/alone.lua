-- nvim --headless -S alone.lua, without the plugin: what Neovim's own configuration does by itself.
local function check(same, what)
  if not same then
    io.stderr:write('FAILED: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end
vim.filetype.add({ extension = { resolution = 'resolution' }, pattern = { ['.*%.resolution%.txt'] = 'resolution' } })
vim.lsp.config('rapporteur', {
  cmd = { 'rapporteur' },
  filetypes = { 'resolution' },
  settings = { rapporteur = { ignore = { 'symbol-malformed' }, messages = 'fr' } },
})
vim.lsp.enable('rapporteur')
vim.cmd.edit('night-sky.en.resolution.txt')
local function found()
  return vim.diagnostic.get(0)
end
check(vim.wait(20000, function() return #found() == 3 end, 10), 'the findings come, and the settings are followed: ' .. vim.inspect(found()))
check(vim.wait(20000, function() return found()[1].message:find('note', 1, true) end, 10), 'in the language that is set: ' .. found()[1].message)
io.stdout:write('all passed\n')
vim.cmd('qa!')
