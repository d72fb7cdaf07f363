-- A paragraph is one long line: show it whole, broken between words.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local opt = vim.opt_local
opt.wrap = true
opt.linebreak = true
opt.breakindent = true
-- Nothing breaks a paragraph while it is typed, and a draft has no comments.
opt.textwidth = 0
opt.formatoptions:remove({ 't', 'c', 'r', 'o' })
opt.commentstring = ''
opt.comments = ''
opt.matchpairs:append({ '（:）', '《:》', '“:”', '«:»' })
-- The spelling checker leaves Chinese characters alone.
opt.spelllang:append('cjk')

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< breakindent< textwidth< formatoptions< commentstring< comments< matchpairs< spelllang<'
