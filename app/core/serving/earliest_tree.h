// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace headroom::core {

// Which of n things has the smallest key: a tournament. Setting a key costs log n, asking nothing. Equal keys: the lower index.
class EarliestTree {
public:
    explicit EarliestTree(std::size_t n)
    {
        while (m_leaves < n)
            m_leaves *= 2;
        m_nodes.assign(2 * m_leaves, {std::numeric_limits<std::int64_t>::max(), 0});
        for (std::size_t i = 0; i < m_leaves; ++i)
            m_nodes[m_leaves + i].second = i;
        for (std::size_t node = m_leaves - 1; node > 0; --node)
            m_nodes[node] = m_nodes[2 * node];
    }

    void set(std::size_t i, std::int64_t key)
    {
        std::size_t node = m_leaves + i;
        m_nodes[node].first = key;
        for (node /= 2; node > 0; node /= 2)
            m_nodes[node] = m_nodes[2 * node].first <= m_nodes[2 * node + 1].first ? m_nodes[2 * node] : m_nodes[2 * node + 1];
    }

    std::size_t index() const { return m_nodes[1].second; }
    std::int64_t key() const { return m_nodes[1].first; }

private:
    std::size_t m_leaves = 1;
    std::vector<std::pair<std::int64_t, std::size_t>> m_nodes;   // 1 is the root
};

} // namespace headroom::core
