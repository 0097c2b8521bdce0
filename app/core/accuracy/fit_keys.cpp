// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/fit_keys.h>

namespace headroom::core {

std::span<const ConstantPrior> constantPriors()
{
    using enum KeyPart;
    using C = Constant;
    static const std::vector<ConstantPrior> priors{
        {C::GemmCompute, .55, .5, {{keyParts(DenseFormat), .3}, {keyParts(Architecture, DenseFormat), .25}, {keyParts(DenseFormat, Engine), .2},
                                   {keyParts(Gpu, DenseFormat), .15}, {keyParts(Version), .12}}},
        {C::GemmBandwidth, .88, .3, {{keyParts(DenseFormat), .2}, {keyParts(Architecture, DenseFormat), .15}, {keyParts(DenseFormat, Engine), .15},
                                     {keyParts(Gpu, DenseFormat), .1}, {keyParts(Version), .08}}},
        {C::ExpertCompute, .25, .5, {{keyParts(ExpertFormat), .4}, {keyParts(Architecture, ExpertFormat), .3}, {keyParts(ExpertFormat, Engine), .3},
                                     {keyParts(ModelClass), .25}, {keyParts(Version), .2}}},
        {C::ExpertBandwidth, .9, .3, {{keyParts(ExpertFormat), .25}, {keyParts(Architecture, ExpertFormat), .2}, {keyParts(ExpertFormat, Engine), .2},
                                      {keyParts(ModelClass), .2}, {keyParts(Version), .12}}},
        {C::DecodeAttention, .75, .3, {{keyParts(Attention), .3}, {keyParts(Architecture), .25}, {keyParts(Engine), .25}, {keyParts(KvFormat), .2},
                                       {keyParts(Version), .12}}},
        {C::PrefillAttention, .55, .4, {{keyParts(Attention), .3}, {keyParts(Architecture), .3}, {keyParts(Engine), .3}, {keyParts(Version), .15}}},
        {C::Layer, 42, .5, {{keyParts(Architecture), .4}, {keyParts(Engine), .4}, {keyParts(Attention), .3}, {keyParts(Version), .25}}},
        {C::ExpertLayer, 38, .5, {{keyParts(Architecture), .4}, {keyParts(Engine), .4}, {keyParts(Version), .3}, {keyParts(ModelClass), .3}}},
        // Drawn together more than the rest: else it stands in for delays of the first token that no step pays for.
        {C::PrefillLayer, 250, .7, {{keyParts(Engine), .5}, {keyParts(Version), .25}, {keyParts(Architecture), .2}, {keyParts(ModelClass), .3}}},
        {C::AllReduce, 9, .5, {{keyParts(Link), .5}, {keyParts(Engine), .4}, {keyParts(Link, Ranks), .3}, {keyParts(Version), .2}}},
        {C::LinkShare, .5, .5, {{keyParts(Link), .5}, {keyParts(Engine), .3}, {keyParts(Link, Ranks), .2}}},
        {C::ActivationPasses, 11.5, .5, {{keyParts(Architecture), .4}, {keyParts(ModelClass), .4}}},
        {C::GemmTokenOffset, 130, .5, {{keyParts(Architecture), .3}}},
        {C::ExpertTokenOffset, 15, .5, {{keyParts(ExpertFormat), .3}}},
        {C::Host, .35, .6, {{keyParts(Engine), .6}, {keyParts(Version), .4}}},
        {C::HostSequence, 9, .6, {{keyParts(Engine), .6}, {keyParts(Version), .4}}},
        {C::Request, 30, 1., {{keyParts(Engine), .6}, {keyParts(Version), .8}, {keyParts(Architecture), .3}}},
        {C::RequestToken, .7, .6, {{keyParts(Engine), .6}, {keyParts(Version), .4}}},
        {C::KvUsable, .92, .1, {{keyParts(Version), .1}}},
        {C::Overall, 1., .02, {{keyParts(Version, ModelClass), .06}}},
        {C::WarmUp, .002, 1.5, {}},
        {C::RoutingSpread, .75, .1, {}},
        {C::FirstTokenSteps, 1.5, 1., {{keyParts(Engine), .6}, {keyParts(Version), .6}}},
        {C::ExpertPasses, 5, .8, {{keyParts(Engine), .4}, {keyParts(Version), .3}, {keyParts(Architecture), .3}}},
    };
    return priors;
}

} // namespace headroom::core
