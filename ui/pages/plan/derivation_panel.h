// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <present/derivation/derivation_model.h>

#include <QWidget>

class QAbstractButton;
class QToolButton;
class QTreeView;

namespace headroom::ui {

class ElidedLabel;
class LinkButton;
class TextLabel;

// Why a figure is what it is: a tree with formulas, values and sources, below the answer. Escape or the cross closes it;
// Copy puts the whole tree as text on the clipboard.
class DerivationPanel : public QWidget {
Q_OBJECT

public:
    explicit DerivationPanel(QWidget *parent = nullptr);

    // Keeps what is open where the same kind of figure is shown again with other numbers.
    void setDerivation(const QString &title, const core::Derivation &derivation);
    present::DerivationModel &model() { return m_model; }
    void retranslate();

signals:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    present::DerivationModel m_model;
    TextLabel *m_title;
    ElidedLabel *m_sentence;
    LinkButton *m_copy;
    QToolButton *m_close;
    QTreeView *m_tree;
};

} // namespace headroom::ui
