// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace headroom::core {

// A list that is nearly always short: the first `Inline` items live in the object, so that filling one costs no allocation;
// a longer list moves to the heap as a whole. Items stand side by side. Values; as thread-safe as a vector.
template<class T, std::size_t Inline = 4>
class ShortList {
public:
    void push_back(const T &item)
    {
        if (m_size < Inline) {
            m_near[m_size] = item;
        } else {
            if (m_far.empty())
                m_far.assign(m_near.begin(), m_near.end());
            m_far.push_back(item);
        }
        ++m_size;
    }

    const T *begin() const { return m_far.empty() ? m_near.data() : m_far.data(); }
    const T *end() const { return begin() + m_size; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T &operator[](std::size_t i) const { return begin()[i]; }
    const T &front() const { return *begin(); }
    const T &back() const { return begin()[m_size - 1]; }

private:
    std::array<T, Inline> m_near{};
    std::vector<T> m_far;
    std::size_t m_size = 0;
};

} // namespace headroom::core
