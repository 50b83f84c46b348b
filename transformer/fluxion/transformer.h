// The Transformer library: models as a config, parameters and pure functions, and what it takes to train and sample
// them.
#pragma once
#include <fluxion/transformer/batches.h>
#include <fluxion/transformer/checkpoint.h>
#include <fluxion/transformer/generate.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/layers.h>
#include <fluxion/transformer/loss.h>
#include <fluxion/transformer/model.h>
#include <fluxion/transformer/plot.h>
#include <fluxion/transformer/progress.h>
#include <fluxion/transformer/text.h>
#include <fluxion/transformer/tokenizer.h>
#include <fluxion/transformer/train.h>
