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
      local say = require('rapporteur.texts').say
      local sentence = say('Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old', tostring(vim.version()))
      vim.notify(sentence, vim.log.levels.WARN)
    end),
  })
  return
end

local function say(...)
  return require('rapporteur.texts').say(...)
end

vim.lsp.enable('rapporteur')
require('rapporteur.enter').enable()

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

-- What isn't finished is not spoken of while somebody writes it. The server sees the edits; where the cursor goes without
-- one it is told, a line at a time.
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    local attached = vim.lsp.get_client_by_id(event.data.client_id)
    if not attached or attached.name ~= 'rapporteur' then
      return
    end
    require('rapporteur.complete').enable(attached, event.buf)
    require('rapporteur.findings').enable(event.buf)
    local group = vim.api.nvim_create_augroup('rapporteur-cursor-' .. event.buf, { clear = true })
    local last
    vim.api.nvim_create_autocmd({ 'CursorMoved', 'CursorMovedI' }, {
      group = group,
      buffer = event.buf,
      callback = function()
        local client = vim.lsp.get_client_by_id(event.data.client_id)
        local line = vim.api.nvim_win_get_cursor(0)[1]
        if client and line ~= last then
          last = line
          client:notify('rapporteur/didMoveCursor', vim.lsp.util.make_position_params(0, client.offset_encoding))
        end
      end,
    })
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

-- Says why the server couldn't do what it was asked for, in its sentence and without the protocol's number before it.
local function tell_failure(failed)
  if failed then
    vim.notify(failed.message, vim.log.levels.WARN)
  end
end

-- Has the server change the draft: what it wants to know first is which one, and for a move where the cursor is.
local function change(command, at_cursor, behind)
  local client = vim.lsp.get_clients({ name = 'rapporteur', bufnr = 0 })[1]
  if not client then
    vim.notify(say("Rapporteur doesn't read this buffer. :checkhealth rapporteur"), vim.log.levels.WARN)
    return
  end
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  if behind then
    -- Outside of insert mode the cursor is on a character, and what is put in goes behind it.
    local line, byte = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
    byte = byte + #vim.fn.strcharpart(line:sub(byte + 1), 0, 1, true)
    place.position.character = vim.str_utfindex(line, client.offset_encoding, byte)
  end
  local arguments = { place.textDocument.uri }
  if at_cursor then
    table.insert(arguments, place.position)
  end
  client:exec_cmd({ title = command, command = 'rapporteur.' .. command, arguments = arguments }, { bufnr = 0 }, tell_failure)
end

local function chosen(names)
  return function(lead)
    return vim.tbl_filter(function(name) return vim.startswith(name, lead) end, vim.tbl_keys(names))
  end
end

local counted = { all = 'renumberAll', operative = 'renumberOperative', subparagraphs = 'renumberSubparagraphs', notes = 'renumberNotes' }
vim.api.nvim_create_user_command('RapporteurRenumber', function(called)
  local command = counted[called.args == '' and 'all' or called.args]
  if command then
    change(command)
  else
    vim.notify(say('Say what to renumber: all, operative, subparagraphs or notes.'), vim.log.levels.WARN)
  end
end, { nargs = '?', complete = chosen(counted), desc = 'Renumber paragraphs and notes with what refers to them' })

local moved = { up = 'moveParagraphUp', down = 'moveParagraphDown' }
vim.api.nvim_create_user_command('RapporteurMove', function(called)
  if moved[called.args] then
    change(moved[called.args], true)
  else
    vim.notify(say('Say where to move the paragraph: up or down.'), vim.log.levels.WARN)
  end
end, { nargs = 1, complete = chosen(moved), desc = 'Move the paragraph at the cursor' })

vim.api.nvim_create_user_command('RapporteurUnwrap', function()
  change('unwrap')
end, { desc = 'Make a clean draft of page text' })

vim.api.nvim_create_user_command('RapporteurFootnote', function()
  -- The jump back is that of any other jump.
  vim.cmd("normal! m'")
  change('insertFootnote', true, true)
end, { desc = 'Put a footnote\'s mark at the cursor, and begin the note' })

vim.api.nvim_create_user_command('RapporteurChanges', function()
  change('showChanges')
end, { desc = "Show what changed since last year's text" })

-- The draft and an earlier text side by side, in Neovim's own diff.
vim.api.nvim_create_user_command('RapporteurCompare', function(called)
  local client = vim.lsp.get_clients({ name = 'rapporteur', bufnr = 0 })[1]
  if not client then
    vim.notify(say("Rapporteur doesn't read this buffer. :checkhealth rapporteur"), vim.log.levels.WARN)
    return
  end
  local arguments = { vim.uri_from_bufnr(0) }
  if called.args ~= '' then
    table.insert(arguments, vim.uri_from_fname(vim.fn.fnamemodify(called.args, ':p')))
  end
  local command = { title = 'compareWith', command = 'rapporteur.compareWith', arguments = arguments }
  client:exec_cmd(command, { bufnr = 0 }, function(failed, pages)
    if failed then
      return tell_failure(failed)
    end
    vim.cmd.tabedit(vim.fn.fnameescape(vim.uri_to_fname(pages.old)))
    vim.cmd('rightbelow vertical diffsplit ' .. vim.fn.fnameescape(vim.uri_to_fname(pages.new)))
  end)
end, { nargs = '?', complete = 'file', desc = 'Show the draft beside an earlier text' })

vim.api.nvim_create_user_command('RapporteurAgreed', function(called)
  local client = vim.lsp.get_clients({ name = 'rapporteur', bufnr = 0 })[1]
  if not client then
    vim.notify(say("Rapporteur doesn't read this buffer. :checkhealth rapporteur"), vim.log.levels.WARN)
    return
  end
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  local range = { start = place, ['end'] = place }
  if called.range > 0 then
    range = vim.lsp.util.make_given_range_params(nil, nil, 0, client.offset_encoding).range
  end
  local command = { title = 'showAgreedLanguage', command = 'rapporteur.showAgreedLanguage', arguments = { vim.uri_from_bufnr(0), range } }
  client:exec_cmd(command, { bufnr = 0 }, tell_failure)
end, { range = true, desc = 'Show where these words have stood before' })

vim.api.nvim_create_user_command('RapporteurLog', function()
  vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.log.get_filename()))
  vim.cmd('normal! G')
end, { desc = "Open Neovim's language server log" })
