// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVBoxLayout>
#include <QWidget>

class QAbstractButton;

namespace headroom::ui {

// A heading that opens and closes what stands under it; closed, it shows a summary of what is inside.
class GroupSection : public QWidget {
Q_OBJECT

public:
    explicit GroupSection(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    void setSummary(const QString &summary);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    // Where the content goes.
    QVBoxLayout *contentLayout() const { return m_contentLayout; }
    QAbstractButton *headingButton() const { return m_heading; }
    // The heading is NAME.heading.
    void setName(const QString &name);

signals:
    void openChanged(bool open);

private:
    bool m_open = true;
    QAbstractButton *m_heading;
    QWidget *m_content;
    QVBoxLayout *m_contentLayout;
};

} // namespace headroom::ui
