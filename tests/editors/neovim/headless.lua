-- nvim --headless -S headless.lua, in a folder with the drafts of examples/, the plugin installed as a user would.
-- Everything goes through what the keys call; all waiting is for a condition, and bounded.
local count = 0

local function fail(what)
  io.stderr:write('FAILED: ' .. what .. '\n' .. debug.traceback() .. '\n')
  vim.cmd('cquit 1')
end

local function check(same, what)
  if not same then
    fail(what)
  end
  count = count + 1
end

local function equal(found, wanted, what)
  check(vim.deep_equal(found, wanted), ('%s: %s, not %s'):format(what, vim.inspect(found), vim.inspect(wanted)))
end

local function wait(condition, what)
  check(vim.wait(20000, condition, 10), what)
end

--- The rules' names of the findings, by their places.
local function codes()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b) return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col end)
  return vim.tbl_map(function(finding) return finding.code end, found)
end

local function words(finding)
  return vim.api.nvim_buf_get_text(0, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})[1]
end

local function finding(code)
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.code == code then
      return found
    end
  end
end

--- Puts the cursor on the `nth` place of some words.
local function go(text, nth)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  for _ = 1, nth or 1 do
    check(vim.fn.search('\\V' .. vim.fn.escape(text, '\\'), 'W') > 0, 'the draft says ' .. text)
  end
end

local function keys(typed)
  vim.api.nvim_feedkeys(vim.keycode(typed), 'xt', false)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function hover(text, nth)
  go(text, nth)
  vim.lsp.buf.hover()
  wait(float, 'hover on ' .. text)
  local window = float()
  local said = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
  return said
end

local FLAWS = { 'footnote-undefined', 'subparagraph-numbering', 'operative-numbering', 'symbol-malformed' }

local function open(name)
  vim.cmd.edit(name)
  equal(vim.bo.filetype, 'resolution', name .. "'s file type")
  wait(function() return #vim.lsp.get_clients({ bufnr = 0, name = 'rapporteur' }) == 1 end, 'the server is attached')
  wait(function() return #vim.diagnostic.get(0) == #FLAWS end, 'the findings have come')
  equal(codes(), FLAWS, 'the findings of ' .. name)
  wait(function() return vim.b.rapporteur ~= nil end, 'the status has come')
end

local function main()
  open('night-sky.en.resolution.txt')
  local client = vim.lsp.get_clients({ name = 'rapporteur' })[1]
  equal(client.offset_encoding, vim.env.ENCODING, 'what positions are counted in')
  equal(vim.tbl_map(words, { finding('operative-numbering'), finding('symbol-malformed'), finding('footnote-undefined') }),
    { '3.', 'A/Res/90/211', '³' }, 'the places of findings')

  -- What it is, and where it is.
  local said = hover('92/14')
  check(said:find('A/RES/92/14', 1, true) and said:find('Dark and quiet skies', 1, true), 'hover: ' .. said)
  go('92/14')
  -- The folder has to be read first.
  wait(function()
    local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/definition', vim.lsp.util.make_position_params(0, client.offset_encoding), 1000) or {})
    return answer and answer.result and #answer.result > 0
  end, 'the definition is known')
  vim.lsp.buf.definition()
  wait(function() return vim.fn.expand('%:t') == '92-14.en.resolution.txt' end, 'the definition is in the other file')
  equal(vim.fn.expand('<cWORD>'), '92/14.', 'the place of the definition')
  keys('<C-t>')
  equal(vim.fn.expand('%:t'), 'night-sky.en.resolution.txt', 'back from the definition')
  go('92/14')
  -- Twice in each of the three drafts, once the folder is read.
  local params = vim.lsp.util.make_position_params(0, vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding)
  params.context = { includeDeclaration = false }
  wait(function()
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/references', params, 1000) or {}
    local _, answer = next(answers)
    return answer and answer.result and #answer.result == 6
  end, 'six references to 92/14')
  local places
  vim.lsp.buf.references(nil, { on_list = function(list) places = list.items end })
  wait(function() return places end, 'references')
  equal(#places, 6, 'references to 92/14')
  -- The line over a title, as the page has it: how many texts cite it, and which ones.
  vim.cmd.edit('92-14.en.resolution.txt')
  wait(function() return #vim.lsp.get_clients({ bufnr = 0, name = 'rapporteur' }) == 1 end, 'the cited text is read')
  local lens = vim.lsp.codelens
  if lens.enable then
    lens.enable(true, { bufnr = 0 })
  end
  wait(function()
    if not lens.enable then
      lens.refresh({ bufnr = 0 })
    end
    -- Neovim 0.12 sets it when the screen is drawn, which nothing else does here.
    vim.cmd('redraw!')
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, -1, 0, -1, { details = true })) do
      local said = vim.inspect(mark[4].virt_text or mark[4].virt_lines or {})
      if said:find('Cited by 3 texts here', 1, true) then
        vim.api.nvim_win_set_cursor(0, { mark[2] + 1, 0 })
        return true
      end
    end
  end, 'the line over the title')
  lens.run()
  wait(function() return #vim.fn.getqflist() > 0 end, 'the texts that cite it are listed')
  equal(#vim.fn.getqflist(), 6, 'each place that cites it')
  vim.cmd.cclose()
  if lens.enable then
    lens.enable(false, { bufnr = 0 })
  end
  vim.cmd.buffer('night-sky.en.resolution.txt')
  go('92/14')

  local outline
  vim.lsp.buf.document_symbol({ on_list = function(list) outline = list.items end })
  wait(function() return outline end, 'the outline')
  check(outline[1].text:find('Protection of the night sky', 1, true), 'the outline begins with the title: ' .. outline[1].text)

  -- The window bar tells what the first line belongs to.
  vim.wo.winbar = [[%<%{v:lua.require'rapporteur'.winbar()}]]
  local function bar()
    return vim.api.nvim_eval_statusline(vim.wo.winbar, { winid = 0, use_winbar = true }).str
  end
  go('(b) ')
  vim.cmd('normal! zt')
  wait(function() return bar():find('^2%. Calls upon Member States:') end, 'the paragraph of a list: ' .. bar())
  vim.cmd('normal! gg')
  equal(bar(), '', 'nothing is out of sight')
  vim.wo.winbar = ''

  -- The status line's words, and the settings.
  -- Behind it stands how many versions there are, once the folder has been read.
  local told = '4 findings, English, 6 preambular, 7 operative'
  local status = require('rapporteur').statusline()
  check(vim.startswith(status, told), 'the status line: ' .. status)
  local settings = { rapporteur = { ignore = { 'operative-numbering' } } }
  client.settings = settings
  client:notify('workspace/didChangeConfiguration', { settings = settings })
  wait(function() return not finding('operative-numbering') end, 'a rule is switched off')
  settings = { rapporteur = { ignore = {} } }
  client.settings = settings
  client:notify('workspace/didChangeConfiguration', { settings = settings })
  wait(function() return finding('operative-numbering') end, 'a rule is switched on')

  -- A finding goes while its mend is typed.
  go('3. Requests')
  keys('r4')
  wait(function() return not finding('operative-numbering') end, 'the finding goes')
  keys('u')
  wait(function() return finding('operative-numbering') end, 'and comes back with undo')

  -- A quick fix.
  go('A/Res/90/211')
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
  wait(function() return vim.fn.search('A/RES/90/211', 'nw') > 0 end, 'the fix is made')
  wait(function() return not finding('symbol-malformed') end, 'its finding goes')
  equal(#vim.diagnostic.get(0), 3, 'and no other comes')

  -- What helps to read: folds, words by what they are, titles behind numbers.
  vim.wo.foldmethod = 'expr'
  vim.wo.foldexpr = 'v:lua.vim.lsp.foldexpr()'
  vim.wo.foldlevel = 99
  go('Recalling its')
  wait(function() return vim.fn.foldlevel('.') > 0 end, 'the preamble can be folded')
  vim.cmd('normal! zM')
  check(vim.fn.foldclosedend('.') > vim.fn.line('.'), 'and is')
  vim.cmd('normal! zR')
  vim.wo.foldmethod = 'manual'
  wait(function()
    for _, token in ipairs(vim.lsp.semantic_tokens.get_at_pos() or {}) do
      if token.type == 'keyword' then return true end
    end
  end, 'the opening word is one')
  settings = { rapporteur = { hints = true } }
  client.settings = settings
  client:notify('workspace/didChangeConfiguration', { settings = settings })
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  wait(function()
    local hint = vim.lsp.inlay_hint.get({ bufnr = 0 })[1]
    return hint and hint.inlay_hint.label:find('Dark and quiet skies', 1, true)
  end, 'a title behind a number')
  vim.lsp.inlay_hint.enable(false, { bufnr = 0 })

  -- All that is certain at once. What a script does is one step of undo with what it did before, unless it says so.
  vim.o.undolevels = vim.o.undolevels
  vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll' }, diagnostics = {} } })
  wait(function() return not finding('operative-numbering') end, 'all certain mends are made')
  keys('u')
  wait(function() return finding('operative-numbering') end, 'and undone in one step')

  -- The paragraph is moved, and back; a label is written behind Enter; what may follow is offered.
  go('6. Decides to proclaim')
  vim.cmd('RapporteurMove up')
  wait(function() return vim.fn.search('^5\\. Decides to proclaim', 'nw') > 0 end, 'the paragraph is moved')
  vim.o.undolevels = vim.o.undolevels
  go('5. Decides to proclaim')
  vim.cmd('RapporteurMove down')
  wait(function() return vim.fn.search('^6\\. Decides to proclaim', 'nw') > 0 end, 'and back')
  local draft = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.cmd('RapporteurRenumber')
  wait(function() return #vim.diagnostic.get(0) == 1 end, 'labels and notes are in order')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)
  wait(function() return #vim.diagnostic.get(0) == 3 end, 'as it was')
  go('its resolution 92')
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  place.position.character = place.position.character + #'its resolution 92'
  wait(function()
    local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/completion', place, 1000) or {})
    local items = answer and answer.result and (answer.result.items or answer.result) or {}
    return items[1] and items[1].label:find('92/14', 1, true)
  end, 'the resolution that is cited already is offered')

  -- Layout, names, highlights.
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.tbl_map(function(line) return (line:gsub('^Recalling its', 'Recalling   its')) end, draft))
  vim.lsp.buf.format({ timeout_ms = 5000 })
  check(vim.fn.search('^Recalling its', 'nw') > 0, 'the draft is laid out evenly')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)
  go('Species²')
  go('²')
  vim.lsp.buf.rename('9')
  wait(function() return vim.fn.search('^⁹ United Nations', 'nw') > 0 and vim.fn.search('Species⁹', 'nw') > 0 end, 'mark and note are renamed')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)
  go('²')
  wait(function()
    local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/documentHighlight', vim.lsp.util.make_position_params(0, client.offset_encoding), 1000) or {})
    return answer and answer.result and #answer.result == 2
  end, 'a mark and its note are lit')
  go('6. Decides to proclaim')
  vim.fn.append('.', '')
  local typed = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = vim.fn.line('.'), character = 0 }, ch = '\n', options = { tabSize = 4, insertSpaces = true } }
  wait(function()
    local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/onTypeFormatting', typed, 1000) or {})
    return answer and answer.result and answer.result[1] and answer.result[1].newText:find('7. ', 1, true)
  end, 'Enter writes the next label')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)

  -- What is found of the cursor's line stands below it, whole; a format on save as the page has it; the lines over a title.
  go('A/RES/90/211')
  vim.cmd('silent! normal! 0')
  local wrapped = require('rapporteur.findings').wrapped('一二三四五六七八九十', 8)
  equal(wrapped, { '一二三四', '五六七八', '九十' }, 'a sentence without spaces is broken')
  equal(require('rapporteur.findings').wrapped('Number this one 4.', 10), { 'Number', 'this one', '4.' }, 'and one with them')
  vim.api.nvim_create_autocmd('BufWritePre', { buffer = 0, callback = function(event) vim.lsp.buf.format({ bufnr = event.buf, timeout_ms = 5000 }) end })
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.tbl_map(function(line) return (line:gsub('^Recalling its', 'Recalling   its')) end, draft))
  vim.cmd('silent write')
  check(vim.fn.search('^Recalling its', 'nw') > 0, 'the draft is laid out when it is written')
  vim.api.nvim_clear_autocmds({ event = 'BufWritePre', buffer = 0 })
  vim.api.nvim_buf_set_lines(0, 0, -1, false, draft)
  equal(vim.bo.completeopt, 'menuone,noselect,popup', 'nothing is inserted by itself')

  -- What changed since last year's text is told, or why it can't be.
  local told_user
  local notify = vim.notify
  vim.notify = function(message) told_user = message end
  vim.cmd('RapporteurChanges')
  wait(function() return told_user ~= nil end, 'why it is not told what changed')
  check(vim.startswith(told_user, 'Among the texts at hand is none'), 'a sentence, and no number of the protocol before it: ' .. told_user)
  vim.notify = notify

  -- Page text.
  vim.cmd.edit('page.resolution.txt')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    '          The General Assembly,',
    '          Recalling the long nights of the northern harbours and the',
    '    lamps 1 that were kept alight in them by generations of',
    '    keepers, whose names have been lost and whose work is still',
    '    remembered,',
    '    __________________',
    '       1',
    '           A/93/85.',
    '\f          1.    Decides to light the lamps.',
  })
  wait(function() return vim.b.rapporteur and vim.b.rapporteur.layout == 'page' end, 'it is read as a page')
  vim.cmd('RapporteurUnwrap')
  wait(function() return vim.fn.search('lamps¹ that were kept alight', 'nw') > 0 end, 'page text becomes a clean draft')
  vim.cmd('bwipeout!')
  vim.cmd.buffer('night-sky.en.resolution.txt')
  wait(function() return #vim.diagnostic.get(0) == 3 end, 'the draft is as it was')

  -- Places after characters of every width.
  keys('Go8. Notes élèves 决议 السماء 🌍🌍 A/Res/90/211 and 🌍 A/92//85;<Esc>')
  wait(function() return #vim.tbl_filter(function(code) return code == 'symbol-malformed' end, codes()) == 2 end, 'two more findings')
  local found = vim.tbl_map(words, vim.diagnostic.get(0, { lnum = vim.fn.line('$') - 1 }))
  table.sort(found)
  equal(found, { 'A/92//85', 'A/Res/90/211' }, 'their places')
  go('A/92//85')
  -- Neovim 0.11 asks for the mends of all that is found of the line, and not only of what is at the cursor.
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred and action.title:find('A/92/85', 1, true) end })
  wait(function() return vim.fn.getline('$'):find('🌍 A/92/85;', 1, true) end, 'a fix in its place: ' .. vim.fn.getline('$'))

  -- Other languages.
  for language, name in pairs({ ar = 'العربية', zh = '中文' }) do
    open('night-sky.' .. language .. '.resolution.txt')
    equal(words(finding('symbol-malformed')), 'A/Res/90/211', 'the place of a finding in ' .. name)
    equal(vim.b.rapporteur.languages[1].name, name, 'the language')
    check(hover('92/14', 2):find('A/RES/92/14', 1, true), 'hover in ' .. name)
    vim.api.nvim_win_set_cursor(0, { finding('operative-numbering').lnum + 1, 0 })
    vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
    wait(function() return not finding('operative-numbering') end, 'a quick fix in ' .. name)
  end

  -- The server's health, its restart, its end.
  vim.cmd.checkhealth('rapporteur')
  local health = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  check(health:find('Running: rapporteur %d'), health)
  check(health:find('read as English, a paragraph a line, findings: ', 1, true), health)
  check(not health:find('ERROR', 1, true) and not health:find('WARNING', 1, true), health)
  vim.cmd.close()
  local before = vim.lsp.get_clients({ name = 'rapporteur' })[1].id
  vim.cmd.RapporteurRestart()
  wait(function()
    local now = vim.lsp.get_clients({ name = 'rapporteur', bufnr = 0 })[1]
    return now and now.id ~= before and now.initialized
  end, 'the server is started again')
  wait(function() return finding('symbol-malformed') end, 'and findings come from it')
  for _, running in ipairs(vim.lsp.get_clients()) do
    running:stop()
  end
  wait(function() return #vim.lsp.get_clients() == 0 end, 'the server ends')
  equal(vim.trim(vim.fn.execute('messages')):match('E%d+:.*'), nil, 'no error was shown')
end

-- After the start, when a user would begin: until then Neovim holds some things back.
vim.api.nvim_create_autocmd('VimEnter', {
  once = true,
  callback = vim.schedule_wrap(function()
    xpcall(main, fail)
    io.stdout:write(('%d checks passed\n'):format(count))
    vim.cmd('qa!')
  end),
})
