-- :checkhealth rapporteur, in English as Neovim's own reports are.
local M = {}

--- The program's own words about its version; it has two seconds to say them.
local function version(program)
  local started, running = pcall(vim.system, { program, '--version' }, { text = true })
  local answer = started and running:wait(2000)
  return answer and answer.code == 0 and vim.trim(answer.stdout) or nil
end

local function check_server(health)
  local rapporteur = require('rapporteur')
  local program, problem = rapporteur.program(), rapporteur.problem()
  if problem then
    health.error(problem)
  elseif not program then
    health.info('The server is started by a function in your configuration.')
  else
    local path = vim.fn.exepath(program)
    local said = version(path)
    if said then
      health.ok(('%s (%s)'):format(said, path))
    else
      health.warn(('%s does not answer to --version. Is it Rapporteur?'):format(path))
    end
  end
end

local function check_drafts(health)
  local clients = vim.lsp.get_clients({ name = 'rapporteur' })
  if #clients == 0 then
    health.info('No draft is open, so no server is running.')
  end
  for _, client in ipairs(clients) do
    local info = client.server_info or {}
    health.ok(('Running: %s %s, in %s'):format(info.name or 'server', info.version or '', client.root_dir or 'no folder'))
    for bufnr in pairs(client.attached_buffers) do
      local findings = vim.diagnostic.count(bufnr, { namespace = vim.lsp.diagnostic.get_namespace(client.id) })
      local total = vim.iter(vim.tbl_values(findings)):fold(0, function(sum, n) return sum + n end)
      local status = vim.b[bufnr].rapporteur
      local read = ''
      if status then
        local names = vim.iter(status.languages):map(function(language) return language.name end):join(', ')
        read = (', read as %s, %s'):format(names, status.layout == 'page' and 'page text' or 'a paragraph a line')
      end
      health.info(('Buffer %d: %s%s, findings: %d'):format(bufnr, vim.fn.bufname(bufnr), read, total))
    end
  end
end

function M.check()
  local health = vim.health
  health.start('Rapporteur')
  if vim.fn.has('nvim-0.11') == 0 then
    health.error(('Neovim 0.11 or later is needed, and this is %s.'):format(tostring(vim.version())), ':help rapporteur-old')
    return
  end
  health.ok(('Neovim %s'):format(tostring(vim.version())))
  check_server(health)
  health.info('Files read as drafts: ' .. table.concat(vim.lsp.config.rapporteur.filetypes, ', '))
  check_drafts(health)
end

return M
