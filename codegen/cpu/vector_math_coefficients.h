// The polynomials of vector_math_*.cpp, lowest power first; "error" is the largest error of the result relative to its
// size. Computed by vector_math_coefficients.py: edit its table of rows, not this file.
#pragma once

namespace fluxion::codegen::vector_math {

// (e^r − 1 − r)/r², |r| ≤ ln2/2; error 2^-28.25.
inline constexpr double kExpF32[] = {0x1.fffffcp-2, 0x1.555492p-3, 0x1.5558b4p-5, 0x1.1239ap-7, 0x1.6a495ep-10};

// the same, relative to e^r − 1; error 2^-31.1.
inline constexpr double kExpm1F32[] = {0x1p-1,        0x1.555554p-3,  0x1.5554f8p-5,
                                       0x1.1112d6p-7, 0x1.6d3a5cp-10, 0x1.9e77e4p-13};

// (e^r − 1 − r)/r², |r| ≤ ln2/2; error 2^-61.11.
inline constexpr double kExpF64[] = {0x1p-1,
                                     0x1.5555555555559p-3,
                                     0x1.5555555555557p-5,
                                     0x1.111111110f706p-7,
                                     0x1.6c16c16c177aap-10,
                                     0x1.a01a01afa5ee9p-13,
                                     0x1.a01a0199340e2p-16,
                                     0x1.71ddf90d887a1p-19,
                                     0x1.27e5032ccede6p-22,
                                     0x1.af5d6d9622672p-26,
                                     0x1.1f2a1d5839491p-29};

// (2^r − 1)/r, |r| ≤ 1/2; error 2^-28.27.
inline constexpr double kExp2F32[] = {0x1.62e43p-1,  0x1.ebfbep-3,   0x1.c6af78p-5,
                                      0x1.3b2a3ep-7, 0x1.5f0a78p-10, 0x1.442f98p-13};

// (2^r − 1 − r·ln2)/r², |r| ≤ 1/2; error 2^-63.18.
inline constexpr double kExp2F64[] = {0x1.ebfbdff82c58fp-3,  0x1.c6b08d704a0c3p-5,  0x1.3b2ab6fba4d9fp-7,
                                      0x1.5d87fe78a48fcp-10, 0x1.430912f89b85fp-13, 0x1.ffcbfc6b27ed4p-17,
                                      0x1.62c021a5f432p-20,  0x1.b524f065442f4p-24, 0x1.e4d0f329dca62p-28,
                                      0x1.e9e605e3e98b9p-32, 0x1.c26b929ed4609p-36};

// (2^r − 1)/r, |r| ≤ 1/2, to 2⁻³⁴; error 2^-34.3.
inline constexpr double kExp2Lite[] = {0x1.62e42fef7e89dp-1, 0x1.ebfbe07ae898bp-3,  0x1.c6b08def7d86dp-5,
                                       0x1.3b29f0db75856p-7, 0x1.5d8727ebc6cb3p-10, 0x1.445e819df487cp-13,
                                       0x1.00eef62b8395bp-16};

// (log(1 + f) − f + f²/2)/f³, √½ ≤ 1 + f ≤ √2; error 2^-27.35.
inline constexpr double kLogF32[] = {0x1.555554p-2, -0x1.000226p-2, 0x1.99a01cp-3, -0x1.54728ap-3,
                                     0x1.22d93ap-3, -0x1.0d8258p-3, 0x1.055e38p-3, -0x1.38c77cp-4};

// (log₂(1 + f) − f/ln2)/f², √½ ≤ 1 + f ≤ √2; error 2^-27.15.
inline constexpr double kLog2F32[] = {-0x1.71547p-1, 0x1.ec7092p-2,  -0x1.715aeep-2, 0x1.277fe2p-2, -0x1.eaa98ap-3,
                                      0x1.a2b554p-3, -0x1.878f7ep-3, 0x1.7f783cp-3,  -0x1.c6acd8p-4};

// (atanh(s)/s − 1)/s² in s², |s| ≤ (√2 − 1)/(√2 + 1); error 2^-59.49.
inline constexpr double kAtanhF64[] = {0x1.5555555555592p-2, 0x1.999999997ff27p-3, 0x1.24924941e0485p-3,
                                       0x1.c71c521542c71p-4, 0x1.74663cba1513bp-4, 0x1.39a1edff74e1dp-4,
                                       0x1.2f0385f4a24eep-4};

// the same, to 2⁻³⁶; error 2^-37.61.
inline constexpr double kAtanhLite[] = {0x1.555554fdc09c8p-2, 0x1.999a7a4886c41p-3, 0x1.2438e7ec41202p-3,
                                        0x1.e2f40735c03a6p-4};

// (atanh(s)/s − 1 − s²/3)/s⁴ in s², the same s; error 2^-73.41.
inline constexpr double kAtanhPow[] = {0x1.9999999999996p-3, 0x1.2492492492f51p-3, 0x1.c71c71c5968e6p-4,
                                       0x1.745d182957799p-4, 0x1.3b1364c8fcf15p-4, 0x1.11206f393cdc1p-4,
                                       0x1.de3d6f13e3a25p-5, 0x1.eac5c752dc08fp-5};

// (sin(r)/r − 1)/r² in r², |r| ≤ π/4; error 2^-27.68.
inline constexpr double kSinF32[] = {-0x1.555544p-3, 0x1.1106aap-7, -0x1.990d76p-13};

// (cos(r) − 1 + r²/2)/r⁴ in r², |r| ≤ π/4; error 2^-32.9.
inline constexpr double kCosF32[] = {0x1.55554ap-5, -0x1.6c0c04p-10, 0x1.99d65cp-16};

// (sin(r)/r − 1)/r² in r², |r| ≤ π/4; error 2^-63.23.
inline constexpr double kSinF64[] = {-0x1.5555555555555p-3, 0x1.1111111111069p-7,   -0x1.a01a019ffe514p-13,
                                     0x1.71de3a33a0205p-19, -0x1.ae642c426cff2p-26, 0x1.6109ad53d0e2ap-33,
                                     -0x1.9ff1f8e1bad4dp-41};

// (cos(r) − 1 + r²/2)/r⁴ in r², |r| ≤ π/4; error 2^-68.98.
inline constexpr double kCosF64[] = {0x1.5555555555555p-5,   -0x1.6c16c16c16b2bp-10, 0x1.a01a019ffb9p-16,
                                     -0x1.27e4fb5888f58p-22, 0x1.1eed6d6e3fa81p-29,  -0x1.9371bf5d1cfe5p-37,
                                     0x1.9c72010a22b88p-45};

// (sin(r)/r − 1)/r², |r| ≤ π/4, to 2⁻³⁴; error 2^-37.49.
inline constexpr double kSinLite[] = {-0x1.5555554c751e7p-3, 0x1.1111086bafb13p-7, -0x1.a00f7fb95c449p-13,
                                      0x1.6cd2024e78de9p-19};

// (cos(r) − 1 + r²/2)/r⁴, |r| ≤ π/4, to 2⁻³⁴; error 2^-43.2.
inline constexpr double kCosLite[] = {0x1.5555554f4e7d4p-5, -0x1.6c16b898d2d1bp-10, 0x1.a0112015300acp-16,
                                      -0x1.242aceed3d8b1p-22};

// (sinh(x)/x − 1)/x² in x², |x| ≤ 1; error 2^-31.62.
inline constexpr double kSinhF32[] = {0x1.555556p-3, 0x1.1110ep-7, 0x1.a022bcp-13, 0x1.756c1ep-19};

// (sinh(x)/x − 1)/x² in x², |x| ≤ 1; error 2^-62.95.
inline constexpr double kSinhF64[] = {0x1.5555555555555p-3,  0x1.111111111119bp-7,  0x1.a01a01a00736bp-13,
                                      0x1.71de3a68cf05dp-19, 0x1.ae644122ca5f9p-26, 0x1.61314e946850cp-33,
                                      0x1.a6634baeab6dcp-41, 0x1.d3119a95f17fcp-48};

// (tanh(x)/x − 1)/x² in x², |x| ≤ 0.625; error 2^-27.72.
inline constexpr double kTanhF32[] = {-0x1.555532p-2, 0x1.1106fep-3, -0x1.b83792p-5, 0x1.520a3ap-6, -0x1.756d14p-8};

// (tanh(x)/x − 1)/x² in x², |x| ≤ 0.625; error 2^-61.07.
inline constexpr double kTanhF64[] = {-0x1.5555555555552p-2,  0x1.1111111110c53p-3,   -0x1.ba1ba1b9d1a61p-5,
                                      0x1.664f4870c6535p-6,   -0x1.226e32cff4684p-7,  0x1.d6d35a44eac46p-9,
                                      -0x1.7d9c339f7e88ep-10, 0x1.350b8bb45f78p-11,   -0x1.f113763f8dbe9p-13,
                                      0x1.801c0728ede8ap-14,  -0x1.fac75358d82bfp-16, 0x1.9608314d4604dp-18};

// (asin(x)/x − 1)/x² in x², |x| ≤ 1/2; error 2^-27.62.
inline constexpr double kAsinF32[] = {0x1.5555c8p-3, 0x1.330206p-4, 0x1.747b72p-5, 0x1.8c415ap-6, 0x1.5959aap-5};

// (asin(x)/x − 1)/x² in x², |x| ≤ 1/2; error 2^-59.84.
inline constexpr double kAsinF64[] = {
    0x1.5555555555577p-3, 0x1.333333332e145p-4,  0x1.6db6db7210fe2p-5, 0x1.f1c71a9595c39p-6, 0x1.6e8bdecc7017fp-6,
    0x1.1c49f1d6e6fd3p-6, 0x1.ca1f68a88f0e1p-7,  0x1.7586be0bff2c4p-7, 0x1.6135b080d6837p-7, 0x1.e65e335dfc592p-9,
    0x1.637c6c6c3a5abp-6, -0x1.57d007552c6d9p-6, 0x1.0b38833c94ed3p-5};

// (atan(x)/x − 1)/x² in x², |x| ≤ 1; error 2^-28.51.
inline constexpr double kAtanF32[] = {-0x1.55553ep-2, 0x1.9991e6p-3,  -0x1.2420b4p-3, 0x1.c08f2ep-4,  -0x1.581456p-4,
                                      0x1.da59eap-5,  -0x1.fdefc4p-6, 0x1.64b212p-7,  -0x1.d4782ap-10};

// (atan(x)/x − 1)/x² in x², |x| ≤ 1; error 2^-55.92.
inline constexpr double kAtanF64[] = {
    -0x1.5555555555525p-2, 0x1.99999999954a5p-3,  -0x1.249249237bf8fp-3, 0x1.c71c717f19f9ep-4,   -0x1.745d11a2bb4c8p-4,
    0x1.3b1366185fa6dp-4,  -0x1.110e4d2f0d912p-4, 0x1.e1bb78d53151p-5,   -0x1.ae5dad99c5a88p-5,  0x1.82d84a568ee6cp-5,
    -0x1.599d71bf2547fp-5, 0x1.2c213f5b948ecp-5,  -0x1.e9d11801d410bp-6, 0x1.680b1d7e018c9p-6,   -0x1.c733456cffddep-7,
    0x1.d737616fc8419p-8,  -0x1.79b51bd48986bp-9, 0x1.b340fd85c5a33p-11, -0x1.3e96597df3977p-13, 0x1.baeec86afd787p-17};

// erf(x)/x − 1 in x², |x| ≤ 1; error 2^-29.55.
inline constexpr double kErfF32[] = {0x1.06eba8p-3, -0x1.81274p-2,   0x1.ce2d5p-4,  -0x1.b7fe9p-6,
                                     0x1.542e1p-8,  -0x1.a50b0ep-11, 0x1.4c344ep-14};

// erf(x)/x − 1 in x², |x| ≤ 1; error 2^-56.17.
inline constexpr double kErfF64[] = {0x1.06eba8214db69p-3,   -0x1.812746b037a1fp-2,  0x1.ce2f21a0451d6p-4,
                                     -0x1.b82ce3132d4aep-6,  0x1.565bcd25cec07p-8,   -0x1.c02db7f5d6e27p-11,
                                     0x1.f9a3944ea9935p-14,  -0x1.f4da23ba7b11dp-17, 0x1.ba4529dd3dc7ap-20,
                                     -0x1.6262be091d02ep-23, 0x1.0cdd55ff7f885p-26,  -0x1.9ea82b4b28956p-30,
                                     0x1.0922e99e21223p-33};

// −log erfc(x), 1 ≤ x ≤ 4; error 2^-35.79.
inline constexpr double kErfLogF32[] = {-0x1.aca9f4p-13, 0x1.21317cp+0,   0x1.441dbcp-1, 0x1.bcfc78p-4,  -0x1.9fb8d6p-6,
                                        0x1.18a6fcp-8,   -0x1.e6530ep-12, 0x1.a8bbap-16, -0x1.0dfab8p-22};

// exp(x²)·erfc(x)·(1 + 2x) in t = (x − 4)/(x + 4), 0 ≤ x; error 2^-54.27.
inline constexpr double kErfcF64[] = {
    0x1.3ba5916e9fd7fp+0,   -0x1.1df1ad154a28fp-3,  0x1.f7f5df66fb0c7p-7,   0x1.16ecefcfa53aap-4,
    -0x1.9ddb23c3d464cp-4,  0x1.7fee004e1613fp-4,   -0x1.0fb06e007ae1fp-4,  0x1.3079edf4fe387p-5,
    -0x1.09623808857c8p-6,  0x1.49c6737e2e47dp-8,   -0x1.8d4b1ced130e8p-11, -0x1.a1e076da7f99cp-13,
    0x1.3beb28d20022ap-13,  -0x1.99145603995b1p-16, -0x1.7ae60535fb049p-17, 0x1.7aad5c18db5d8p-18,
    0x1.e7974848c8019p-22,  -0x1.59cf9012396dbp-21, -0x1.52b553e0f3264p-23, -0x1.c0aa839ea1e5bp-23,
    0x1.7352e892f89f6p-23,  0x1.6a3101d0a86f1p-22,  -0x1.c184bc1d23c9fp-25, -0x1.d5c5a50a35f64p-23,
    -0x1.16de80f09dd5fp-25, 0x1.0054bb124588ap-24,  0x1.712bb2710e936p-26};

// the same, x ≤ 10.5, to 2⁻³²; error 2^-35.4.
inline constexpr double kErfcLite[] = {
    0x1.3ba5916e90f4cp+0,   -0x1.1df1ad21ddbb5p-3, 0x1.f7f5e59445cb5p-7,  0x1.16ecf778400bcp-4,  -0x1.9ddb39bc9ca72p-4,
    0x1.7fed4c2b809aap-4,   -0x1.0fafe96d6c527p-4, 0x1.3087ddd43a50cp-5,  -0x1.09540dccaa1f7p-6, 0x1.47fb115046f97p-8,
    -0x1.a1fcd3013bb1fp-11, -0x1.6eba52f73bap-13,  0x1.fbe9612636cdbp-13, 0x1.73de8e41a227bp-15};

// x^(−1/3), the start of the iteration, 2^(−3/2) ≤ x ≤ 2^(3/2); error 2^-8.329.
inline constexpr double kCbrtLite[] = {0x1.01f5d8p+1,  -0x1.314062p+1, 0x1.2634bp+1,
                                       -0x1.3a1e2ap+0, 0x1.52aba6p-2,  -0x1.1f940cp-5};

// erf⁻¹(x)/x in w − 25/8, w = −log(1 − x²) ≤ 25/4; error 2^-55.47.
inline constexpr double kErfInvCenter[] = {
    0x1.a755e7c99ae86p+0,   0x1.ebd80d9b13df7p-3,   -0x1.8b6c33114eep-8,    -0x1.8457694833e26p-11,
    0x1.879c2a20d5806p-13,  -0x1.d1d1f7cb2699fp-17, -0x1.6e8a53ed80f9p-20,  0x1.c6b4f8b3d9fbcp-22,
    -0x1.f36ce55ec6f53p-26, -0x1.1a9eb7bdba781p-28, 0x1.20f4ebda1641cp-30,  -0x1.dc3da8e2055d8p-35,
    -0x1.c896233c75ap-37,   0x1.722fcfcce30a7p-39,  -0x1.6d8cda7aa0694p-44, -0x1.682a5380ba924p-45,
    0x1.db2f76f53f346p-48,  -0x1.8eef7adc8bd9ap-55, -0x1.2bd256cbe579ap-53, 0x1.233a6a39b7632p-56,
    0x1.51a159ae65e07p-60,  -0x1.a77544b55124p-62,  -0x1.2e8680ce59764p-70, 0x1.0095f425950f2p-68};

// the same, to 2⁻³²; error 2^-33.48.
inline constexpr double kErfInvCenterLite[] = {0x1.a755e7c9be26fp+0,   0x1.ebd80d86c1caep-3,  -0x1.8b6c34d716b17p-8,
                                               -0x1.8457255325a79p-11, 0x1.879c92bce84a6p-13, -0x1.d1e28c1be94dfp-17,
                                               -0x1.6eabf76227c4bp-20, 0x1.c79b677f853a3p-22, -0x1.f10aaa9abfd25p-26,
                                               -0x1.279b26e9f7171p-28, 0x1.1c30f7a38f243p-30, -0x1.10897c4f873ffp-35,
                                               -0x1.b744cc30ac5acp-37, 0x1.4324978288dd5p-40};

// erf⁻¹(x)/x in √w − 13/4, 5/2 ≤ √w ≤ 4; error 2^-54.98.
inline constexpr double kErfInvMiddle[] = {
    0x1.8abcc380d5a48p+1,   0x1.0158a6d641d54p+0,   0x1.5ffcfe5b657cbp-8,   -0x1.ebadabb9fa62ap-9,
    0x1.468eecac5ee41p-9,   -0x1.ba9240da3b3dbp-10, 0x1.f3cc5353be306p-11,  -0x1.7448bc76beef9p-12,
    0x1.932ffcec60ab9p-16,  0x1.1e6ab4b0dbdfdp-14,  -0x1.8cf8e990472efp-15, 0x1.a2425061b6cedp-17,
    0x1.8ab342ba4b2c5p-19,  -0x1.0b79355434fe1p-18, 0x1.887093f514e17p-20,  -0x1.e4c1e69f32178p-26,
    -0x1.d1c3b5934e393p-23, 0x1.1da681a1d3402p-23,  -0x1.7a1365b733616p-25, -0x1.20cd753607d61p-26,
    0x1.0c451e85c1a15p-26,  0x1.50d116aab407ep-31};

// the same, to 2⁻³²; error 2^-33.44.
inline constexpr double kErfInvMiddleLite[] = {0x1.8abcc380a2e7bp+1,  0x1.0158a6e634c97p+0,   0x1.5ffd30ee67085p-8,
                                               -0x1.ebb249f1b6e2ap-9, 0x1.4686ff8d6f223p-9,   -0x1.ba31134af4366p-10,
                                               0x1.f4b0db45d7a9bp-11, -0x1.7b0102e4c5b7cp-12, 0x1.382cbba34cc56p-16,
                                               0x1.563f16c74d8d8p-14, -0x1.4da4bf843c78dp-15};

// erf⁻¹(x)/x in √w − 5, 4 ≤ √w ≤ 6.1; error 2^-55.7.
inline constexpr double kErfInvFar[] = {
    0x1.3664ddd1ad7fbp+2,  0x1.02a30d1fba10bp+0,   -0x1.22ea5df1dede2p-13, -0x1.c2f36aa1fb846p-13,
    0x1.3ebf4ef9c67e2p-14, -0x1.4a348fc7f2a87p-16, 0x1.2fbd000576489p-18,  -0x1.0a90782f1377fp-20,
    0x1.ebe0e520040ecp-23, -0x1.22256484cda55p-24, 0x1.f2c59eba8b5a1p-26,  -0x1.062425862f58dp-26,
    0x1.0bde7ca3c604ep-27, -0x1.dc73ad6079d7fp-29, 0x1.710425f4176bdp-30,  -0x1.e470b894d133cp-32,
    0x1.e3ffd498dca9p-35,  0x1.7fe4e9235bf4dp-35,  -0x1.2d0844c28a40bp-36};

// log Γ(x)/((x − 1)·(x − 2)) in x − 2, 1 ≤ x ≤ 3; error 2^-52.87.
inline constexpr double kLgamma[] = {
    0x1.b0ee6072093cfp-2,  -0x1.9ae6509ea10afp-4,  0x1.0e0c9df292c75p-5,   -0x1.95ce223a987c4p-7,
    0x1.47974854973a2p-8,  -0x1.145121fc1ef45p-9,  0x1.dfebceef20e9dp-11,  -0x1.a96a3eb9a785ap-12,
    0x1.7ed74f8658b16p-13, -0x1.5c86e9519db43p-14, 0x1.402c2c6059779p-15,  -0x1.284ba6a8b7d59p-16,
    0x1.14153b27a29d5p-17, -0x1.02787dceb4396p-18, 0x1.e102d6f07f201p-20,  -0x1.c40df05af547fp-21,
    0x1.d2debeeba8f1ap-22, -0x1.c5bd5b3373e76p-23, 0x1.b4de7c0692bcep-25,  -0x1.4e0bc14dbbab9p-26,
    0x1.dad2b843ecd44p-25, -0x1.fb1f565c860eep-26, -0x1.c807abce9fdebp-27, 0x1.0148e996a9429p-27,
    0x1.97754c5207971p-28, -0x1.a146830b4636bp-29};

}  // namespace fluxion::codegen::vector_math
