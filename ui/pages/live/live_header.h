// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view.h>

#include <QWidget>

namespace headroom::ui {

class Badge;
class ChoiceField;
class TextLabel;

// The heading of the Live page: what is watched, whether it is demo data, and which machine is looked at.
class LiveHeader : public QWidget {
Q_OBJECT

public:
    explicit LiveHeader(QWidget *parent = nullptr);

    void show(const present::LiveView &view, const present::LiveSelection &selection);
    void retranslate();

signals:
    void nodeChosen(const QString &node);

private:
    TextLabel *m_title;
    Badge *m_status;
    Badge *m_demo;
    ChoiceField *m_node;
};

} // namespace headroom::ui
