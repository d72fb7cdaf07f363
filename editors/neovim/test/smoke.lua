-- nvim --headless -u NONE -l test/smoke.lua
-- Everything that can be tried without the server: file types, colours, help, the configuration.
local plugin = vim.fs.dirname(vim.fs.dirname(vim.fs.normalize(vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p'))))
local scratch = vim.fn.tempname()
vim.fn.mkdir(scratch, 'p')
vim.o.swapfile = false
vim.opt.rtp:append(plugin)

local count = 0
local function check(same, what)
  if not same then
    io.stderr:write('FAILED: ' .. what .. '\n')
    os.exit(1)
  end
  count = count + 1
end

--- The colour of the first place where `text` stands in the last line of `draft`: of its first and its last
--- letter, if they differ.
local function colour(draft, text)
  vim.cmd('enew! | setfiletype resolution')
  local lines = vim.split(draft, '\n')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  local from, to = lines[#lines]:find(text, 1, true)
  local function at(col)
    return (vim.fn.synIDattr(vim.fn.synID(#lines, col, 1), 'name'):gsub('^resolution', ''))
  end
  local first, last = at(from), at(to)
  return first == last and first or first .. '…' .. last
end

-- What is offered begins at one place, in whatever places are counted.
for encoding, places in pairs({ ['utf-8'] = { 2, 8, 14 }, ['utf-16'] = { 2, 4, 6 }, ['utf-32'] = { 2, 4, 6 } }) do
  local first, second, last = unpack(places)
  local function offered(start, text)
    return { label = text, textEdit = { newText = text, range = { start = { line = 0, character = start }, ['end'] = { line = 0, character = last } } } }
  end
  local items = require('rapporteur.complete').with_one_beginning({ offered(first, '联合国大会，'), offered(second, '大会') }, '5.联合大会，', encoding)
  check(vim.deep_equal(items[1], offered(first, '联合国大会，')), 'what begins first stays')
  check(items[2].textEdit.newText == '联合大会' and items[2].filterText == '联合大会', 'what begins later has the words before it')
  check(vim.deep_equal(items[2].textEdit.range, items[1].textEdit.range) and items[2].label == '大会', 'it takes their place, under its own name')
  local other = { { label = 'x' }, offered(second, '大会') }
  check(require('rapporteur.complete').with_one_beginning(other, '5.联合大会，', encoding) == other, 'what has no place is left alone')
end

-- A configuration that names no program: nothing is started, one sentence says why.
vim.g.rapporteur_filetypes = { 'markdown' }
local said = {}
vim.notify_once = function(message)
  table.insert(said, message)
end
vim.cmd('filetype plugin on | syntax on')
vim.cmd.runtime('plugin/rapporteur.lua')
vim.lsp.config('rapporteur', { cmd = { scratch .. '/missing' } })
check(vim.lsp.is_enabled == nil or vim.lsp.is_enabled('rapporteur'), 'the server is enabled')
check(vim.deep_equal(vim.lsp.config.rapporteur.filetypes, { 'resolution', 'markdown' }), 'file types are added to')

for name, filetype in pairs({
  ['a.resolution'] = 'resolution',
  ['a.en.resolution.txt'] = 'resolution',
  ['resolution.txt'] = 'text',
  ['a.txt'] = 'text',
}) do
  vim.cmd.edit(scratch .. '/' .. name)
  check(vim.bo.filetype == filetype, name .. ' has the file type ' .. filetype)
end
check(vim.wait(2000, function() return #said > 0 end, 10) and said[1]:find('missing', 1, true), 'a missing server is named')

vim.cmd.edit(scratch .. '/colours.resolution')
check(vim.wo.linebreak and vim.bo.textwidth == 0, 'paragraphs are shown whole')
for _, case in ipairs({
  { '85/195. Keeping the night sky dark', 'Keeping', 'Title' },
  { 'Estoria and Vallmark: draft resolution\n\nProtection of the night sky', 'Protection of the night sky', 'DraftTitle' },
  { 'The General Assembly,', 'General Assembly', 'Organ' },
  { 'Recalling also its resolution 62/175 of 18 December 2007,', 'Recalling also', 'Opening' },
  { 'Recalling its resolution 62/175 of 18 December 2007,', '62/175', 'Symbol' },
  { 'Having considered the report,¹', 'Having considered', 'Opening' },
  { '12. Requests the Secretary-General to act;', '12.', 'Label' },
  { '12. Requests the Secretary-General to act;', 'Requests', 'Operative' },
  { '12. Also requests the Secretary-General to act;', 'Also requests', 'Operative' },
  { '(a) To keep the lamps low;', '(a)', 'Label' },
  { 'See A/C.3/68/L.75 and E/2007/30/Rev.1.', 'A/C.3/68/L.75', 'Symbol' },
  { 'See S/RES/1325 (2000).', 'S/RES/1325 (2000)', 'Symbol' },
  { 'the report,[^2] and', '[^2]', 'Marker' },
  { 'Annex II', 'Annex II', 'Heading' },
  { 'Strengthening the programme', 'Strengthening', '' },
  { 'Rappelant également sa résolution,', 'Rappelant également', 'Opening' },
  { 'Teniendo en cuenta el informe,', 'Teniendo en cuenta', 'Opening' },
  { 'ссылаясь на свою резолюцию,', 'ссылаясь', 'Opening' },
  { '1. настоятельно призывает государства;', 'настоятельно призывает', 'Operative' },
  { 'وإذ تشير إلى قرارها،', 'وإذ تشير', 'Opening' },
  { '1 - تطلب إلى الأمين العام؛', 'تطلب', 'Operative' },
  { '大会，', '大会', 'Organ' },
  { '又回顾其2007年12月18日第62/175号决议，', '又回顾', 'Opening' },
  { '又回顾其2007年12月18日第62/175号决议，', '62/175', 'Symbol' },
  { '1. 请秘书长提交报告；', '请', 'Operative' },
}) do
  local draft, text, expected = unpack(case)
  local found = colour(draft, text)
  check(found == expected, ('%s in “%s” is %s, not %s'):format(text, draft, found, expected))
end

-- The help page's tags are made beside a copy, so that the source stays clean.
vim.fn.mkdir(scratch .. '/doc')
vim.uv.fs_copyfile(plugin .. '/doc/rapporteur.txt', scratch .. '/doc/rapporteur.txt')
vim.cmd.helptags(scratch .. '/doc')
vim.opt.rtp:append(scratch)
for _, topic in ipairs({ 'rapporteur', 'rapporteur-server', 'rapporteur-old', 'g:rapporteur_filetypes', ':RapporteurRestart' }) do
  check(pcall(vim.cmd.help, topic), ':help ' .. topic)
end

-- What the plugin says is said in all languages, and they follow the setting and Neovim's own language.
local texts = require('rapporteur.texts')
local said_in_english = {}
for _, file in ipairs({ 'plugin/rapporteur.lua', 'lua/rapporteur/init.lua' }) do
  local source = table.concat(vim.fn.readfile(plugin .. '/' .. file), '\n')
  for text in source:gmatch("say%('(.-)'") do said_in_english[text] = true end
  for text in source:gmatch('say%("(.-)"') do said_in_english[text] = true end
end
check(vim.tbl_count(said_in_english) > 8, 'the texts are found')
for _, language in ipairs({ 'ar', 'es', 'fr', 'ru', 'zh' }) do
  local translations = texts.translations[language]
  for text in pairs(said_in_english) do
    local told = translations[text]
    check(told and select(2, told:gsub('%%%a', '')) == select(2, text:gsub('%%%a', '')), language .. ' says: ' .. text)
  end
  check(vim.tbl_count(translations) == vim.tbl_count(said_in_english), language .. ' says nothing else')
end
check(texts.say('%d findings', 4) == '4 findings', 'English is said where nothing else is wanted')
vim.lsp.config('rapporteur', { settings = { rapporteur = { messages = 'fr' } } })
check(texts.say('%d findings', 4) == '4 constats', 'the setting names the language')
vim.lsp.config('rapporteur', { settings = { rapporteur = { messages = 'auto' } } })

check(pcall(vim.cmd.checkhealth, 'rapporteur'), ':checkhealth runs')
check(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'):find('there is no program', 1, true), ':checkhealth names the missing server')
io.stdout:write(('\n%d checks passed\n'):format(count))
vim.fn.delete(scratch, 'rf')
vim.cmd('qa!')
