// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "byte_stream.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core::price_reading {

// The keys from the document's root to a value; an item of a list has an empty key.
class JsonPath {
public:
    std::size_t size() const { return m_size; }
    std::string_view operator[](std::size_t level) const { return m_keys[level]; }

    void push();
    void pop() { --m_size; }
    void name(std::string_view key) { m_keys[m_size - 1].assign(key); }

private:
    std::vector<std::string> m_keys;   // their memory is kept
    std::size_t m_size = 0;
};

// What a reader does at each place of a document; false ends the walk.
class JsonVisitor {
public:
    virtual ~JsonVisitor() = default;
    virtual bool opens(const JsonPath &) { return true; }     // an object or a list; the path is its own
    virtual bool closes(const JsonPath &) { return true; }
    virtual bool value(const JsonPath &, std::string_view text, bool isNumber) = 0; // texts and numbers as they stand
};

// Walks a document of any size in one pass. Errors (Syntax with the line, TooLarge over 64 levels or a text over 1 MiB, and the
// stream's own) are left in the stream; a visitor's end of the walk is none.
void walkJson(ByteStream &stream, JsonVisitor &visitor);

} // namespace headroom::core::price_reading
