// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/data_table.h>

namespace headroom::ui {

// Draws GpuTableModel::SparkRole as a small line; gaps stay gaps.
class SparkDelegate : public DataTableDelegate {
Q_OBJECT

public:
    using DataTableDelegate::DataTableDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace headroom::ui
