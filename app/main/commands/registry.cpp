// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy_command.h"
#include "bill_command.h"
#include "demo_cluster_command.h"
#include "doctor_command.h"
#include "metrics_command.h"
#include "models_command.h"
#include "not_available.h"
#include "plan_command.h"
#include "predict_command.h"
#ifdef HEADROOM_WITH_UI
#include "export_image_command.h"
#include "proposal_command.h"
#endif
#include "prices_command.h"
#include "registry.h"
#include "scenarios_command.h"
#include "simulate_command.h"
#include "watch_command.h"

#include <CLI/CLI.hpp>

namespace headroom::app {

void addCommands(CLI::App &app, CommandContext &context)
{
    addPlanCommand(app, context);
    addBillCommand(app, context);
    addPredictCommand(app, context);
    addSimulateCommand(app, context);
    addAccuracyCommand(app, context);
    addModelsCommand(app, context);
    addPricesCommand(app, context);
    addScenariosCommand(app, context);
    addMetricsCommand(app, context);
    addWatchCommand(app, context);
    addDemoClusterCommand(app, context);
    addDoctorCommand(app, context);
#ifdef HEADROOM_WITH_UI
    addProposalCommand(app, context);
    addExportImageCommand(app, context);
#else
    addUnavailableCommand(app, context, "proposal", "Write the proposal as PDF");
    addUnavailableCommand(app, context, "export-image", "Draw a page as a picture");
#endif
    addUnavailableCommand(app, context, "handover", "Write deployment files");
    addUnavailableCommand(app, context, "quote", "Check a vendor's claims");
    addUnavailableCommand(app, context, "loadtest", "Load-test an OpenAI-compatible server");
    addUnavailableCommand(app, context, "calibrate", "Fit the model to measurements");
}

} // namespace headroom::app
