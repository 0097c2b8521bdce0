// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace headroom::core {

// What a seeded generator gives, written down as far as it was asked for. The simulations of one plan ask the same generators
// for the same values hundreds of times, and drawing them was four fifths of their time.
// A Generator is copied freely, gives its next value as (), and sameAs() says whether another one gives the same values.
template<class Generator>
class DrawnTape {
public:
    using Value = std::remove_cvref_t<std::invoke_result_t<Generator &>>;
    static constexpr std::size_t kLength = std::size_t{1} << 16;

    explicit DrawnTape(Generator generator) : m_begin(generator), m_next(std::move(generator)) {}

    // The tape of this thread for such a generator; the last few are kept.
    static std::shared_ptr<DrawnTape> of(Generator generator)
    {
        thread_local std::array<std::shared_ptr<DrawnTape>, 8> kept;
        auto found = std::ranges::find_if(kept, [&](const auto &tape) { return tape && tape->m_begin.sameAs(generator); });
        if (found == kept.end()) {
            found = std::prev(kept.end());
            *found = std::make_shared<DrawnTape>(std::move(generator));
        }
        std::rotate(kept.begin(), found, std::next(found));
        return kept.front();
    }

    // index < kLength
    Value at(std::size_t index)
    {
        while (m_values.size() <= index)
            m_values.push_back(m_next());
        return m_values[index];
    }
    // What goes on after the tape's end.
    Generator after()
    {
        at(kLength - 1);
        return m_next;
    }

private:
    Generator m_begin, m_next;
    std::vector<Value> m_values;
};

// Gives what the generator gives, from its tape as far as that reaches. Of one thread.
template<class Generator>
class TapeReader {
public:
    explicit TapeReader(Generator generator) : m_tape(DrawnTape<Generator>::of(std::move(generator))) {}

    typename DrawnTape<Generator>::Value next()
    {
        if (m_at < DrawnTape<Generator>::kLength)
            return m_tape->at(m_at++);
        if (!m_own)
            m_own.emplace(m_tape->after());
        return (*m_own)();
    }

private:
    std::shared_ptr<DrawnTape<Generator>> m_tape;
    std::size_t m_at = 0;
    std::optional<Generator> m_own;
};

} // namespace headroom::core
