// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::monitor {

// What an XID, an error code of NVIDIA's driver, means, and the kind of action that its catalog names.
struct XidFact {
    std::string meaning; // as NVIDIA words it
    std::string action;  // "reset_gpu", "restart_app", "restart_machine", "restart_vm", "check_link", "check_power", "update_software", "contact_vendor", "look_up", "none"

    bool operator==(const XidFact &) const = default;
};

} // namespace headroom::monitor
