-- Landline for Wireshark: presence (UDP) field by field; sessions (TCP) are handed to the TLS dissector.
-- The packets are drawn in docs/protocol/presence.md, whose limits this file applies. Installing: README.md beside this file.

local PORTS = "5263-5279"       -- the shared port and the own ones
local MAGIC = "LNDL"
local VERSION = 1
local HEAD_BYTES = 6
local SIGNATURE_BYTES = 64
local PACKET_BYTES_MAX = 1200
local TCP_PORT_MIN, TCP_PORT_MAX = 1024, 65535
local ROOMS_READ_MAX, ROOM_NAME_BYTES_MAX = 64, 64
local CAPABILITIES_MAX, CAPABILITY_BYTES_MAX = 16, 32
local NAME_BYTES_MAX = 64
local DEPTH_MAX = 16            -- of nested JSON; ours nests three deep
local NUMBER_CHARACTERS_MAX = 32
local INT64_MAX = "9223372036854775807"
local SHORT_HEX = 8             -- digits of a key or fingerprint in the info column

local KINDS = { [1] = "announce", [2] = "still", [3] = "ask", [4] = "reply", [5] = "leave" }
local SIGNED = { announce = true, reply = true, leave = true }

local landline = Proto("landline", "Landline presence")
local f = {
    magic = ProtoField.string("landline.magic", "Magic"),
    version = ProtoField.uint8("landline.version", "Version", base.DEC),
    kind = ProtoField.uint8("landline.kind", "Kind", base.DEC, KINDS),
    signature = ProtoField.bytes("landline.signature", "Signature (Ed25519, not checked here)"),
    body = ProtoField.string("landline.body", "Body"),
    public_key = ProtoField.string("landline.public_key", "Public key"),
    fingerprint = ProtoField.string("landline.fingerprint", "Fingerprint of the sender"),
    wanted = ProtoField.string("landline.wanted", "Fingerprint that shall answer"),
    run = ProtoField.uint64("landline.run", "Run"),
    seq = ProtoField.uint64("landline.seq", "Seq"),
    name = ProtoField.string("landline.name", "Name"),
    tcp_port = ProtoField.uint16("landline.tcp_port", "TCP port"),
    room = ProtoField.string("landline.room", "Room"),
    room_open = ProtoField.bool("landline.room.open", "Open"),
    capability = ProtoField.string("landline.capability", "Capability"),
    next = ProtoField.uint64("landline.next", "Next packet within (ms)"),
}
landline.fields = f
local malformed = ProtoExpert.new("landline.malformed", "Malformed", expert.group.MALFORMED, expert.severity.ERROR)
local other_version = ProtoExpert.new("landline.other_version", "Another version", expert.group.UNDECODED, expert.severity.NOTE)
local other_kind = ProtoExpert.new("landline.other_kind", "Unknown kind", expert.group.UNDECODED, expert.severity.NOTE)
landline.experts = { malformed, other_version, other_kind }

-- Strict JSON (RFC 8259) with the place of every value, as {type, value, from, to}: `from` is the offset of its first byte in the body,
-- `to` that after its last. What is wrong is thrown as {what = sentence}, so that a mistake in this file stays visible as one.

local function wrong(what) error({ what = what }, 0) end

local function utf8(code)
    if code < 0x80 then return string.char(code) end
    if code < 0x800 then return string.char(0xc0 + math.floor(code / 0x40), 0x80 + code % 0x40) end
    if code < 0x10000 then
        return string.char(0xe0 + math.floor(code / 0x1000), 0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
    end
    return string.char(0xf0 + math.floor(code / 0x40000), 0x80 + math.floor(code / 0x1000) % 0x40,
        0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

-- By the table of well-formed bytes (Unicode 3.9, table 3-7).
local function is_utf8(text)
    local at, size = 1, #text
    while at <= size do
        local first, second = text:byte(at), text:byte(at + 1) or 0
        local more
        if first < 0x80 then more = 0
        elseif first >= 0xc2 and first <= 0xdf then more = 1
        elseif first >= 0xe0 and first <= 0xef then
            more = 2
            if first == 0xe0 and second < 0xa0 or first == 0xed and second > 0x9f then return false end
        elseif first >= 0xf0 and first <= 0xf4 then
            more = 3
            if first == 0xf0 and second < 0x90 or first == 0xf4 and second > 0x8f then return false end
        else return false end
        for i = at + 1, at + more do
            local byte = text:byte(i)
            if not byte or byte < 0x80 or byte > 0xbf then return false end
        end
        at = at + more + 1
    end
    return true
end

local ESCAPES = { ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local value -- for arrays and objects, which hold values

local function blanks(text, at) return text:match("^[ \t\r\n]*()", at) end

local function unicode(text, at)
    local digits = text:match("^\\u(%x%x%x%x)", at)
    if not digits then wrong("not strict JSON: an escape that is none") end
    return tonumber(digits, 16)
end

local function string_at(text, at)
    local from, parts = at, {}
    at = at + 1
    while true do
        local part, stop = text:match('^([^"\\\0-\31]*)()', at)
        parts[#parts + 1] = part
        local byte = text:sub(stop, stop)
        if byte == '"' then return { type = "text", value = table.concat(parts), from = from - 1, to = stop }, stop + 1 end
        if byte ~= "\\" then
            wrong("not strict JSON: a text without an end, or with a control character")
        elseif text:sub(stop + 1, stop + 1) == "u" then
            local code = unicode(text, stop)
            at = stop + 6
            if code >= 0xd800 and code <= 0xdbff then
                local low = text:sub(at, at + 1) == "\\u" and unicode(text, at) or 0
                if low < 0xdc00 or low > 0xdfff then wrong("half a character") end
                code = 0x10000 + (code - 0xd800) * 0x400 + low - 0xdc00
                at = at + 6
            elseif code >= 0xdc00 and code <= 0xdfff then wrong("half a character") end
            parts[#parts + 1] = utf8(code)
        else
            parts[#parts + 1] = ESCAPES[text:sub(stop + 1, stop + 1)] or wrong("not strict JSON: an escape that is none")
            at = stop + 2
        end
    end
end

local function number_at(text, at)
    local digits = text:match("^-?%d[%d%.eE+-]*", at)
    local rest = digits and (digits:match("^-?0(.*)$") or digits:match("^-?[1-9]%d*(.*)$"))
    if not rest or not (rest == "" or rest:match("^%.%d+$") or rest:match("^[eE][+-]?%d+$") or rest:match("^%.%d+[eE][+-]?%d+$")) then
        wrong("not strict JSON: something that is no value")
    end
    if #digits > NUMBER_CHARACTERS_MAX then wrong("a number of " .. #digits .. " characters") end
    return { type = "number", value = digits, from = at - 1, to = at - 1 + #digits }, at + #digits
end

local function list_at(text, at, depth)
    local list = { type = "list", value = {}, from = at - 1 }
    at = blanks(text, at + 1)
    if text:sub(at, at) ~= "]" then
        while true do
            list.value[#list.value + 1], at = value(text, at, depth + 1)
            at = blanks(text, at)
            local byte = text:sub(at, at)
            if byte == "]" then break end
            if byte ~= "," then wrong("not strict JSON: a list without an end") end
            at = at + 1
        end
    end
    list.to = at
    return list, at + 1
end

local function object_at(text, at, depth)
    local object = { type = "object", value = {}, from = at - 1 }
    at = blanks(text, at + 1)
    if text:sub(at, at) ~= "}" then
        while true do
            at = blanks(text, at)
            if text:sub(at, at) ~= '"' then wrong("not strict JSON: a key is missing") end
            local key
            key, at = string_at(text, at)
            if object.value[key.value] then wrong("a key stands twice") end
            at = blanks(text, at)
            if text:sub(at, at) ~= ":" then wrong("not strict JSON: a colon is missing") end
            object.value[key.value], at = value(text, at + 1, depth + 1)
            at = blanks(text, at)
            local byte = text:sub(at, at)
            if byte == "}" then break end
            if byte ~= "," then wrong("not strict JSON: an object without an end") end
            at = at + 1
        end
    end
    object.to = at
    return object, at + 1
end

function value(text, at, depth)
    if depth > DEPTH_MAX then wrong("not strict JSON: nested deeper than " .. DEPTH_MAX) end
    at = blanks(text, at)
    local byte = text:sub(at, at)
    if byte == "{" then return object_at(text, at, depth) end
    if byte == "[" then return list_at(text, at, depth) end
    if byte == '"' then return string_at(text, at) end
    for word, what in pairs({ ["true"] = true, ["false"] = false }) do
        if text:sub(at, at + #word - 1) == word then
            return { type = "flag", value = what, from = at - 1, to = at - 1 + #word }, at + #word
        end
    end
    if text:sub(at, at + 3) == "null" then return { type = "null", from = at - 1, to = at + 3 }, at + 4 end
    return number_at(text, at)
end

local function json_object(text)
    if not is_utf8(text) then wrong("not UTF-8") end
    local object, at = value(text, 1, 1)
    if object.type ~= "object" then wrong("not a JSON object") end
    if blanks(text, at) <= #text then wrong("text after the end") end
    return object.value
end

-- A stranger's text as it is shown: no control character, and nothing that turns the direction of writing.
local function plain(text)
    return (text:gsub("[\0-\31\127]", " "):gsub("\226\128[\142\143\170-\174]", "?"):gsub("\226\129[\166-\169]", "?"):gsub("\216\156", "?"))
end

-- Fields of the body: each is asked for with its type and bounds, put into the tree, and handed back.

local Body = {}
Body.__index = Body

function Body:add(field, item, shown)
    return self.tree:add(field, self.range:range(item.from, item.to - item.from), shown)
end

function Body:item(name, type, what)
    local item = self.object[name]
    if not item or item.type == "null" then wrong(name .. " is missing") end
    if item.type ~= type then wrong(name .. " is not " .. what) end
    return item
end

function Body:text(name, field, bytes_max)
    local item = self:item(name, "text", "a text")
    self:add(field, item, plain(item.value))
    if #item.value > bytes_max then wrong(name .. " has more than " .. bytes_max .. " bytes") end
    return item.value
end

function Body:hex(name, field, bytes)
    local digits = self:text(name, field, 2 * bytes)
    if #digits ~= 2 * bytes or digits:find("%X") then wrong(name .. " is not " .. bytes .. " bytes in hex") end
    return digits:sub(1, SHORT_HEX)
end

-- Whole, plainly written, and at most 2^63 - 1, which a Lua number does not hold exactly.
local function whole(name, item, min)
    local digits = item.value
    if not digits:find("^%d+$") or #digits > #INT64_MAX or #digits == #INT64_MAX and digits > INT64_MAX then
        wrong(name .. " is not a whole number from " .. min .. " to " .. INT64_MAX)
    end
    local sum = UInt64(0)
    for digit in digits:gmatch("%d") do sum = sum * 10 + tonumber(digit) end
    if sum < UInt64(min) then wrong(name .. " is below " .. min) end
    return sum
end

function Body:number(name, field, min)
    local item = self:item(name, "number", "a number")
    self:add(field, item, whole(name, item, min))
    return item.value
end

function Body:port()
    local item = self:item("tcpPort", "number", "a number")
    local port = item.value:find("^%d+$") and tonumber(item.value) or -1
    if port ~= 0 and (port < TCP_PORT_MIN or port > TCP_PORT_MAX) then
        wrong("tcpPort is neither 0 nor " .. TCP_PORT_MIN .. " to " .. TCP_PORT_MAX)
    end
    self:add(f.tcp_port, item, port)
    return port
end

function Body:list(name, max)
    local list = self.object[name]
    if not list or list.type == "null" then return {} end
    if list.type ~= "list" then wrong(name .. " is not a list") end
    if #list.value > max then wrong(name .. " has more than " .. max .. " items") end
    return list.value
end

function Body:rooms()
    local shown = {}
    for _, item in ipairs(self:list("rooms", ROOMS_READ_MAX)) do
        if item.type ~= "object" then wrong("rooms holds something that is not an object") end
        local room = setmetatable({ tree = self.tree, range = self.range, object = item.value }, Body)
        local name = room:item("name", "text", "a text")
        local open = item.value.open
        if open and open.type ~= "flag" and open.type ~= "null" then wrong("open is neither true nor false") end
        local is_open = open ~= nil and open.value == true
        local line = self:add(f.room, name, plain(name.value))
        line:add(f.room_open, self.range:range(item.from, item.to - item.from), is_open)
        if #name.value > ROOM_NAME_BYTES_MAX then wrong("name has more than " .. ROOM_NAME_BYTES_MAX .. " bytes") end
        if name.value == "" or name.value:find("[\0-\31\127]") then wrong("a room name with control characters, or none") end
        shown[#shown + 1] = name.value .. (is_open and " (open)" or "")
    end
    return shown
end

function Body:capabilities()
    for _, item in ipairs(self:list("capabilities", CAPABILITIES_MAX)) do
        if item.type ~= "text" then wrong("capabilities holds something that is not a text") end
        self:add(f.capability, item, plain(item.value))
        if #item.value > CAPABILITY_BYTES_MAX then wrong("capabilities has more than " .. CAPABILITY_BYTES_MAX .. " bytes") end
    end
end

-- One a kind: puts the fields into the tree, and says what the info column does behind the kind.

local function announcement(body)
    body:hex("publicKey", f.public_key, 32)
    local run = body:number("run", f.run, 1)
    body:number("seq", f.seq, 0)
    local name = body:text("name", f.name, NAME_BYTES_MAX)
    local port = body:port()
    local rooms = body:rooms()
    body:capabilities()
    body:number("next", f.next, 0)
    return name .. " run " .. run .. ", TCP port " .. port .. (#rooms > 0 and ", rooms " .. table.concat(rooms, ", ") or "")
end

local READ = {
    announce = announcement,
    reply = announcement,
    still = function(body)
        local sender = body:hex("fingerprint", f.fingerprint, 32)
        local run, seq = body:number("run", f.run, 1), body:number("seq", f.seq, 0)
        body:number("next", f.next, 0)
        return sender .. " run " .. run .. " seq " .. seq
    end,
    ask = function(body)
        local wanted = body:hex("wanted", f.wanted, 32)
        local sender = body:hex("fingerprint", f.fingerprint, 32)
        return "for " .. wanted .. " by " .. sender .. " run " .. body:number("run", f.run, 1)
    end,
    leave = function(body)
        local key = body:hex("publicKey", f.public_key, 32)
        return "key " .. key .. " run " .. body:number("run", f.run, 1) .. " seq " .. body:number("seq", f.seq, 0)
    end,
}

local function head(buffer, tree)
    tree:add(f.magic, buffer(0, 4))
    tree:add(f.version, buffer(4, 1))
    if buffer(4, 1):uint() ~= VERSION then
        tree:add_proto_expert_info(other_version, "version " .. buffer(4, 1):uint() .. ": this dissector knows " .. VERSION .. " only")
        return nil, "version " .. buffer(4, 1):uint()
    end
    local kind = KINDS[buffer(5, 1):uint()]
    tree:add(f.kind, buffer(5, 1))
    if not kind then
        tree:add_proto_expert_info(other_kind, "kind " .. buffer(5, 1):uint() .. ": ignored by this version")
        return nil, "kind " .. buffer(5, 1):uint()
    end
    return kind
end

local function read_body(kind, buffer, pinfo, tree)
    local from = HEAD_BYTES
    if SIGNED[kind] then
        if buffer:len() < HEAD_BYTES + SIGNATURE_BYTES then wrong("cut off") end
        tree:add(f.signature, buffer(from, SIGNATURE_BYTES))
        from = from + SIGNATURE_BYTES
    end
    if buffer:len() <= from then wrong("cut off") end
    local range = buffer(from)
    local line = tree:add(f.body, range, range:string(ENC_UTF_8))
    if buffer:len() > PACKET_BYTES_MAX then wrong("longer than " .. PACKET_BYTES_MAX .. " bytes") end
    local object = json_object(range:raw())
    local said = READ[kind](setmetatable({ tree = line, range = range, object = object }, Body))
    Dissector.get("json"):call(range:tvb(), pinfo, tree)
    return said
end

function landline.dissector(buffer, pinfo, root)
    if buffer:len() < HEAD_BYTES or buffer(0, 4):raw() ~= MAGIC then return 0 end -- somebody else's
    local tree = root:add(landline, buffer())
    local kind, unknown = head(buffer, tree)
    local info = unknown
    if kind then
        local fine, said = pcall(read_body, kind, buffer, pinfo, tree)
        if not fine then
            if type(said) ~= "table" then error(said, 0) end
            tree:add_proto_expert_info(malformed, said.what)
            said = "malformed: " .. said.what
        end
        info = kind .. " " .. plain(said)
    end
    pinfo.cols.protocol = "Landline"
    pinfo.cols.info = info
    tree:append_text(": " .. info)
    return buffer:len()
end

DissectorTable.get("udp.port"):add(PORTS, landline)
-- Another shared port (--udp-port), or the seventeenth node of a host: the magic tells.
landline:register_heuristic("udp", function(buffer, pinfo, tree) return landline.dissector(buffer, pinfo, tree) > 0 end)
-- Sessions are TLS 1.3 from their first byte on.
DissectorTable.get("tcp.port"):add(PORTS, Dissector.get("tls"))
