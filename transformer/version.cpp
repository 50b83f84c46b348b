// The Transformer library's version, which checkpoints carry.
namespace fluxion::transformer {
extern const char *const kVersion;
const char *const kVersion = "0.1.0";
}  // namespace fluxion::transformer
