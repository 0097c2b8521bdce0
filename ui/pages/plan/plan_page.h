// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/figure.h>
#include <present/plan/plan_view_model.h>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;

namespace headroom::ui {

class AnswerPanel;
class DerivationPanel;
class WizardPanel;

// The Plan page: the sizing wizard on the left, the live answer on the right, and below it, on demand, why a figure is what
// it is.
class PlanPage : public QWidget {
Q_OBJECT

public:
    explicit PlanPage(present::PlanViewModel &model, QWidget *parent = nullptr); // `model` outlives the page

    void setGuided(bool guided);     // the first visit
    bool isGuided() const;
    void showWhy(core::Figure figure);
    void closeWhy();

signals:
    void guideFinished();            // to be remembered: the guide does not come again by itself

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showPlan();
    void showFleetArithmetic(int fleet);
    void openPanel();
    void refreshWhy();
    void retranslate();
    void restyle();

    present::PlanViewModel &m_model;
    WizardPanel *m_wizard;
    QSplitter *m_splitter;
    AnswerPanel *m_answer;
    DerivationPanel *m_derivation;
    std::optional<core::Figure> m_figure;   // shown in the panel
    int m_fleet = -1;                       // shown in the panel instead
    QPointer<QWidget> m_askedFrom;          // gets the focus back
    QTimer m_slow;                          // planning takes long enough to be said
};

} // namespace headroom::ui
