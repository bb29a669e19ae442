-- wrk: single messages round robin over conversations. Arguments: key, conversations, messages a request (1; above 1 a batch), run.
-- A composed line with a cue is one in twelve. The participants stand in the first request of a conversation.
local texts = {
  "ok", "see you at practice", "good game", "how was school", "lol", "dont tell your mom", "nice goal", "on my way", "which level are you on", "brb",
  "the match is at four", "ask the coach about the bus and bring the blue shirt",
}
local people = '"participants":[{"id":"a%d","age":{"band":"adult"}},{"id":"b%d","age":{"band":"13-15","provenance":"verified"}}]'
local made = 0

function setup(thread)
  thread:set("number", made)
  made = made + 1
end

function init(args)
  key, conversations, batch, run = args[1], tonumber(args[2]), tonumber(args[3]), args[4]
  headers = { ["Authorization"] = "Bearer " .. key, ["Content-Type"] = "application/json" }
  sent = 0
end

local function message(n, c)
  return string.format('"id":"%s-%d","sender":"%s%d","time":"2026-01-05T12:00:00Z","text":"%s"', run, n, n % 3 == 0 and "b" or "a", c, texts[n % #texts + 1])
end

function request()
  local c = sent % conversations
  local first = sent < conversations
  local body
  if batch == 1 then
    body = "{" .. message(sent, c)
  else
    local all = {}
    for i = 1, batch do all[i] = "{" .. message(sent * batch + i, c) .. "}" end
    body = '{"messages":[' .. table.concat(all, ",") .. "]"
  end
  body = body .. (first and "," .. string.format(people, c, c) or "") .. "}"
  sent = sent + 1
  return wrk.format("POST", string.format("/v1/conversations/%d-%d/messages", number, c), headers, body)
end

function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("figures: %.0f %.3f %.3f %.3f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000, failed))
end
