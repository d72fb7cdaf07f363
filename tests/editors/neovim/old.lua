-- nvim --headless -S old.lua, in a Neovim that is too old, with a draft open and the plugin installed.
local said = {}
vim.notify = function(message)
  table.insert(said, message)
end
local function check(same, what)
  if not same then
    io.stderr:write('FAILED: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end
vim.cmd.edit('night-sky.en.resolution.txt')
check(vim.bo.filetype == 'resolution', 'the file type')
check(vim.wait(10000, function() return #said > 0 end, 10), 'something is said')
check(said[1]:find('needs Neovim 0.11 or later, and this is 0.10', 1, true), said[1])
check(vim.fn.synIDattr(vim.fn.synID(vim.fn.search('^Recalling its'), 1, 1), 'name') == 'resolutionOpening', 'there are colours')
vim.cmd.checkhealth('rapporteur')
local health = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
check(health:find('Neovim 0.11 or later is needed, and this is 0.10', 1, true), health)
vim.cmd('bwipeout!')

-- What :help rapporteur-old says that one can do there.
local help = vim.fn.readfile(vim.fn.globpath(vim.o.rtp, 'doc/rapporteur.txt', true, true)[1])
local lines, inside = {}, false
for _, line in ipairs(help) do
  if line:find('*rapporteur-old*', 1, true) then
    inside = true
  elseif inside and line:sub(1, 4) == '    ' then
    table.insert(lines, line)
  end
end
assert(load(table.concat(lines, '\n')))()
vim.cmd.edit('night-sky.zh.resolution.txt')
check(vim.wait(20000, function() return #vim.diagnostic.get(0) == 4 end, 10), 'a server that the user starts finds what there is')
io.stdout:write('all passed\n')
vim.cmd('qa!')
