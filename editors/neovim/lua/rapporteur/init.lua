-- What the plugin's files share.
local M = {}

--- The program that is started, as the user's configuration has it. A function in `cmd` can't be looked into.
---@return string?
function M.program()
  local cmd = vim.lsp.config.rapporteur.cmd
  return type(cmd) == 'table' and cmd[1] or nil
end

--- A sentence that says why the server can't be started and what to do, if it can't.
---@return string?
function M.problem()
  local program = M.program()
  if program and vim.fn.executable(program) == 0 then
    return ("Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server"):format(program)
  end
end

return M
