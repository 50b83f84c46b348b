	.file	"kernel"
	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0
.LCPI0_0:
	.long	0x3f800000
	.text
	.globl	fluxion_loop_ae9a418d
	.p2align	4
	.type	fluxion_loop_ae9a418d,@function
fluxion_loop_ae9a418d:
	movq	(%rdi), %rcx
	movq	8(%rdi), %rax
	vmovss	(%rcx), %xmm0
	vaddss	.LCPI0_0(%rip), %xmm0, %xmm0
	cmpq	%rdx, %rsi
	jge	.LBB0_3
	.p2align	4
.LBB0_2:
	vmovss	%xmm0, (%rax)
	incq	%rsi
	cmpq	%rdx, %rsi
	jl	.LBB0_2
.LBB0_3:
	retq
.Lfunc_end0:
	.size	fluxion_loop_ae9a418d, .Lfunc_end0-fluxion_loop_ae9a418d

	.section	".note.GNU-stack","",@progbits
