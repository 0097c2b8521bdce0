// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view.h>

#include <QWidget>

class QToolButton;

namespace headroom::ui {

class SegmentedControl;
class TextLabel;

// Above what scrolls: which part of the page is shown, of which stretch of time, and saving it.
class LiveToolbar : public QWidget {
Q_OBJECT

public:
    explicit LiveToolbar(QWidget *parent = nullptr);

    void show(const present::LiveView &view, const present::LiveSelection &selection);
    void retranslate();

signals:
    void sectionChosen(present::LiveSection section);
    void windowChosen(double seconds);
    void moved(double share);          // of the stretch's length; below 0: earlier
    void liveChosen();
    void exportChosen(bool picture);   // else figures

private:
    void showSections(int firing);

    SegmentedControl *m_sections;
    TextLabel *m_range;
    QToolButton *m_earlier;
    QToolButton *m_later;
    QToolButton *m_live;
    SegmentedControl *m_window;
    QToolButton *m_export;
    int m_firing = -1;
};

} // namespace headroom::ui
