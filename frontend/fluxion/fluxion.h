// Everything but the Transformer library.
#pragma once
#include <fluxion/array.h>
#include <fluxion/check_grads.h>
#include <fluxion/control.h>
#include <fluxion/error.h>
#include <fluxion/jit.h>
#include <fluxion/nn.h>
#include <fluxion/ops.h>
#include <fluxion/optim.h>
#include <fluxion/profile.h>
#include <fluxion/random.h>
#include <fluxion/safetensors.h>
#include <fluxion/special.h>
#include <fluxion/stage.h>
#include <fluxion/transforms.h>
#include <fluxion/tree.h>
